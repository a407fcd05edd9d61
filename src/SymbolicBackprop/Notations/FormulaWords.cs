namespace SymbolicBackprop.Notations;

/// <summary>The words of a language that stand in formulas.</summary>
/// <param name="If">Leads to the condition under which a formula holds.</param>
/// <param name="Otherwise">Wherever no other condition holds.</param>
public sealed record FormulaWords(string If, string Otherwise)
{
    /// <summary>Those of English.</summary>
    public static FormulaWords English { get; } = new("if", "otherwise");
}
