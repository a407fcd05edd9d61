namespace SymbolicBackprop.Reading.Latex;

/// <summary>The letter or word that a quantity or a function begins with, in one spelling.</summary>
/// <param name="Text">The letter as it is written: <c>a</c>, <c>\delta</c>, <c>\hat{y}</c>; or a word.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="IsWord">Whether it is a word set upright or written in one.</param>
internal readonly record struct Head(string Text, TextSpan Span, bool IsWord = false);
