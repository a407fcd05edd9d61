using SymbolicBackprop.Formulas;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Files;

/// <summary>interim</summary>
public sealed record SheetFile(string Title, Network Network, Notation Notation, string Language, IReadOnlyList<Question> Questions, int MaxPaths, bool Marks = true);

/// <summary>interim</summary>
public sealed record Question(Symbol Target, Notation Notation);
