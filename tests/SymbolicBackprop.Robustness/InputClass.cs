namespace SymbolicBackprop.Robustness;

/// <summary>Inputs of one kind, each made from its seed alone.</summary>
/// <param name="Name">What the table calls them.</param>
/// <param name="Count">How many are tried.</param>
/// <param name="Make">Makes the input of a seed.</param>
/// <param name="Try">Hands it in. What it returns is wrong, or null; whether it was accepted is counted.</param>
internal sealed record InputClass(string Name, int Count, Func<int, string> Make, Func<int, string, Trial> Try);

/// <summary>What came of an input that neither crashed nor hung.</summary>
/// <param name="IsAccepted">Whether it was taken; otherwise it was refused with a message.</param>
/// <param name="Wrong">What is wrong with the answer, or null.</param>
internal sealed record Trial(bool IsAccepted, string? Wrong = null);
