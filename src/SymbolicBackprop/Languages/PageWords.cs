namespace SymbolicBackprop.Languages;

/// <summary>What a web page says beside its sentences, to those who listen to it or point at something.</summary>
/// <param name="Proved">The mark of what is proved.</param>
/// <param name="Tested">The mark of what is tested.</param>
/// <param name="CopyLatex">The button that copies an equation.</param>
internal sealed record PageWords(string Proved, string Tested, string CopyLatex);
