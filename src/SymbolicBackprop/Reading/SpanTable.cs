using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading;

/// <summary>
/// Where the parts of a formula stand in the text that it was read from. Parts are told apart by reference, since the same
/// mathematics may stand in several places of one formula; a reader makes a new object for each.
/// </summary>
public sealed class SpanTable
{
    private readonly Dictionary<object, TextSpan> spans = new(ReferenceEqualityComparer.Instance);

    /// <summary>Where a part stands, with the brackets around it.</summary>
    /// <exception cref="KeyNotFoundException">The part was not read from this text.</exception>
    public TextSpan this[Formula part] => spans[part];

    /// <summary>Where the sign of a relation stands.</summary>
    /// <exception cref="KeyNotFoundException">The link was not read from this text.</exception>
    public TextSpan this[Link link] => spans[link];

    /// <summary>Where a part stands, if it was read from this text.</summary>
    public bool TryFind(Formula part, out TextSpan span) => spans.TryGetValue(part, out span);

    internal void Set(Formula part, TextSpan span) => spans[part] = span;

    internal void Set(Link link, TextSpan sign) => spans[link] = sign;
}
