using System.Collections.Immutable;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Notations;

/// <summary>A value that a setting can have.</summary>
/// <param name="Name">The name in network files and on the command line.</param>
/// <param name="Summary">What it looks like.</param>
/// <param name="Apply">Puts it into a notation.</param>
public sealed record NotationChoice(string Name, string Summary, Func<Notation, Notation> Apply);

/// <summary>
/// A setting of a <see cref="Notation"/> under the name by which network files and the command line know it. All of them stand here.
/// </summary>
public sealed class NotationSetting
{
    private NotationSetting(string name, string summary, params ReadOnlySpan<NotationChoice> choices)
    {
        Name = name;
        Summary = summary;
        Choices = [.. choices];
    }

    /// <summary>The notation of a book or a course; the other settings change something about it.</summary>
    public static NotationSetting Profile { get; } = new(
        "profile",
        "the notation of a book or a course",
        [.. NotationProfile.All.Select(profile => new NotationChoice(profile.Name, profile.Summary, _ => profile.Notation))]);

    /// <summary>How the layer stands on a symbol.</summary>
    public static NotationSetting LayerMarks { get; } = new(
        "layer-marks",
        "how the layer stands on a symbol",
        new("parentheses", "z^{(3)}", notation => notation with { LayerMark = LayerMark.Parentheses }),
        new("brackets", "z^{[3]}", notation => notation with { LayerMark = LayerMark.Brackets }),
        new("plain", "z^3", notation => notation with { LayerMark = LayerMark.Plain }));

    /// <summary>How inputs are written.</summary>
    public static NotationSetting Inputs { get; } = new(
        "inputs",
        "how the inputs are written",
        new("x", "x_1", notation => notation with { Inputs = InputStyle.X }),
        new("unmarked-activation", "a_1", notation => notation with { Inputs = InputStyle.UnmarkedActivation }),
        new("marked-activation", "a_1^{(0)}", notation => notation with { Inputs = InputStyle.MarkedActivation }));

    /// <summary>How the outputs are written.</summary>
    public static NotationSetting Outputs { get; } = new(
        "outputs",
        "how the outputs are written",
        new("letter", @"\hat{y}_1", notation => notation with { Outputs = OutputStyle.Letter }),
        new("last-activation", "a_1^{(L)}", notation => notation with { Outputs = OutputStyle.LastActivation }));

    /// <summary>The order of the two indices of a weight.</summary>
    public static NotationSetting WeightIndices { get; } = new(
        "weight-indices",
        "the order of the two indices of a weight",
        new("from-to", "w_{12} leads from unit 1 to unit 2", notation => notation with { WeightOrder = WeightOrder.FromTo }),
        new("to-from", "w_{12} leads to unit 1 from unit 2", notation => notation with { WeightOrder = WeightOrder.ToFrom }));

    /// <summary>What stands between the two indices of a weight.</summary>
    public static NotationSetting WeightCommas { get; } = new(
        "weight-commas",
        "whether a comma stands between the two indices of a weight",
        new("where-needed", "w_{12}", notation => notation with { WeightCommas = Notations.WeightCommas.WhereNeeded }),
        new("always", "w_{1,2}", notation => notation with { WeightCommas = Notations.WeightCommas.Always }));

    /// <summary>How the activation function of a layer says which layer it belongs to.</summary>
    public static NotationSetting Functions { get; } = new(
        "functions",
        "how the activation function of a layer says its layer",
        new("subscript", "f_2(z_1^{(2)})", notation => notation with { Functions = FunctionMark.Subscript }),
        new("superscript", "f^{(2)}(z_1^{(2)})", notation => notation with { Functions = FunctionMark.Superscript }),
        new("argument", "f(z_1^{(2)})", notation => notation with { Functions = FunctionMark.Argument }));

    /// <summary>How vectors of whole layers are laid out.</summary>
    public static NotationSetting Vectors { get; } = new(
        "vectors",
        "how the vector of a whole layer is laid out",
        new("columns", "z = W a, with the weight indices to-from", notation => notation with { Vectors = VectorLayout.Columns }),
        new("rows", "z = a W, with the weight indices from-to", notation => notation with { Vectors = VectorLayout.Rows }));

    /// <summary>What δ stands for.</summary>
    public static NotationSetting Delta { get; } = new(
        "delta",
        "what δ stands for",
        new("activation", "δ = ∂loss/∂a", notation => notation with { Delta = DeltaConvention.ByActivation }),
        new("pre-activation", "δ = ∂loss/∂z", notation => notation with { Delta = DeltaConvention.ByPreActivation }),
        new("sample", "δ = ∂L/∂z, L being the sample's own loss", notation => notation with { Delta = DeltaConvention.OfSample }));

    /// <summary>How derivatives of the loss are written.</summary>
    public static NotationSetting Derivatives { get; } = new(
        "derivatives",
        "how derivatives of the loss are written",
        new("leibniz", "∂loss/∂w and δ", notation => notation with { Derivatives = DerivativeStyle.Leibniz }),
        new("differentials", "dw, and dz for δ", notation => notation with { Derivatives = DerivativeStyle.Differentials }));

    /// <summary>The name of the loss.</summary>
    public static NotationSetting Loss { get; } = new("loss", "the name of the loss, such as loss, L or cost");

    /// <summary>All settings, the profile first: what stands beside it changes it.</summary>
    public static ImmutableArray<NotationSetting> All { get; } =
        [Profile, LayerMarks, Inputs, Outputs, WeightIndices, WeightCommas, Vectors, Functions, Delta, Derivatives, Loss];

    /// <summary>The name in network files.</summary>
    public string Name { get; }

    /// <summary>The name on the command line.</summary>
    public string Option => this == Profile ? "--notation" : "--" + Name;

    /// <summary>What it is about.</summary>
    public string Summary { get; }

    /// <summary>The values it can have; none for a name that is free to choose.</summary>
    public ImmutableArray<NotationChoice> Choices { get; }

    /// <summary>Puts a value into a notation; null where the value is not one of this setting.</summary>
    public Notation? Apply(Notation notation, string value)
    {
        if (this == Loss)
        {
            return IsName(value) ? notation with { Loss = value } : null;
        }

        return Choices.FirstOrDefault(choice => choice.Name == value)?.Apply(notation);
    }

    // What both LaTeX and a reader take as a name without further signs: words of letters and digits, a letter first.
    private static bool IsName(string value) =>
        value.Length is > 0 and <= 40
        && char.IsLetter(value[0])
        && DeceptiveCharacters.First(value, isName: true) is null
        && value.Split(' ', '-').All(word => word.Length > 0 && word.All(char.IsLetterOrDigit));
}
