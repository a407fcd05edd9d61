using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Exporting;

/// <summary>A system that expressions are written for. A system is a file in the folder <c>Targets</c> and a name in the list there.</summary>
public sealed partial class ExportTarget
{
    private readonly Func<Listing, IEnumerable<string>> frame;

    /// <param name="syntax">How it writes expressions.</param>
    /// <param name="frame">Writes the lines of a file around assignments.</param>
    private ExportTarget(Syntax syntax, Func<Listing, IEnumerable<string>> frame)
    {
        Syntax = syntax;
        this.frame = frame;
    }

    /// <summary>The name on the command line.</summary>
    public required string Name { get; init; }

    /// <summary>The ending of its files, with the dot.</summary>
    public required string Extension { get; init; }

    /// <summary>What it is, for help.</summary>
    public required string Summary { get; init; }

    /// <summary>The names of quantities as its identifiers.</summary>
    public required NameCode Names { get; init; }

    internal Syntax Syntax { get; }

    /// <summary>The system with a name, or null if there is none.</summary>
    public static ExportTarget? Find(string name) => All.FirstOrDefault(target => target.Name == name);

    /// <summary>Writes a file of its language; it ends in a line feed.</summary>
    /// <param name="export">What to write.</param>
    /// <returns>The text, or what the system lacks for it.</returns>
    public ReadResult<string> Write(Export export)
    {
        var opened = new OpenedFunctions(Syntax.Has, export.Activations).Of([.. export.Results.Select(result => result.Value), .. export.Along]);
        var lacking = NodeSet.Below(opened).Nodes
            .FirstOrDefault(node => node.Kind == ExprKind.Function && !Syntax.Has(node.Function) && node.Function != Choice.Where);
        if (lacking.Graph is not null)
        {
            return ReadResult.Failed<string>(ExportMessages.NoFunction(this, lacking.Function));
        }

        var listing = ListingBuilder.Of(
            Syntax, Names, [.. export.Results.Select((result, i) => (result.Name, opened[i]))], opened[export.Results.Count..]);
        return ReadResult.Of(string.Concat(frame(listing).Select(line => line + "\n")));
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
