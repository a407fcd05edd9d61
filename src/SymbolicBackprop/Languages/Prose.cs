using System.Runtime.CompilerServices;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Languages;

/// <summary>A piece of running text.</summary>
public abstract record Inline;

/// <summary>Words.</summary>
/// <param name="Text">The words, as they are: formats escape them.</param>
public sealed record Words(string Text) : Inline;

/// <summary>A number that counts something, in the digits of the document.</summary>
/// <param name="Value">The number.</param>
public sealed record WholeNumber(int Value) : Inline;

/// <summary>A formula in running text.</summary>
/// <param name="Statement">The formula, or a statement made with it.</param>
public sealed record InlineMath(Statement Statement) : Inline;

/// <summary>The number of an equation, as a link to it.</summary>
/// <param name="Equation">The number.</param>
public sealed record EquationReference(int Equation) : Inline;

/// <summary>The mark of how sure something is, as it stands behind equations.</summary>
/// <param name="Assurance">How sure.</param>
public sealed record Mark(Assurance Assurance) : Inline
{
    /// <summary>The mark of what is proved.</summary>
    public static Mark Proved { get; } = new(Assurance.Proved);

    /// <summary>The mark of what is tested.</summary>
    public static Mark Tested { get; } = new(Assurance.Tested);
}

/// <summary>Running text with formulas in it. An interpolated string makes one: <c>Prose.Of($"The weight {w} leads …")</c>.</summary>
/// <param name="Parts">The pieces in order.</param>
public sealed record Prose(IReadOnlyList<Inline> Parts)
{
    /// <summary>Makes prose of an interpolated string whose holes are formulas, statements, words, numbers or prose.</summary>
    public static Prose Of(Handler text) => new(text.Parts);

    /// <summary>Joins pieces of prose with commas, and with a word before the last.</summary>
    public static Prose List(IReadOnlyList<Prose> items, string comma, string and) =>
        new([.. items.SelectMany((item, i) => (IEnumerable<Inline>)[.. Separator(i, items.Count, comma, and), .. item.Parts])]);

    private static Inline[] Separator(int i, int count, string comma, string and) =>
        i == 0 ? [] : [new Words(i == count - 1 ? and : comma)];

    /// <summary>Collects the pieces of an interpolated string.</summary>
    [InterpolatedStringHandler]
    public readonly struct Handler
    {
        /// <summary>Called by the compiler.</summary>
        public Handler(int literalLength, int formattedCount) => Parts = new List<Inline>((literalLength > 0 ? 1 : 0) + (2 * formattedCount));

        internal List<Inline> Parts { get; }

        /// <summary>Called by the compiler.</summary>
        public void AppendLiteral(string value) => Parts.Add(new Words(value));

        /// <summary>Called by the compiler.</summary>
        public void AppendFormatted(string value) => Parts.Add(new Words(value));

        /// <summary>Called by the compiler.</summary>
        public void AppendFormatted(int value) => Parts.Add(new WholeNumber(value));

        /// <summary>Called by the compiler.</summary>
        public void AppendFormatted(Formula value) => Parts.Add(new InlineMath(new Statement(value, [])));

        /// <summary>Called by the compiler.</summary>
        public void AppendFormatted(Statement value) => Parts.Add(new InlineMath(value));

        /// <summary>Called by the compiler.</summary>
        public void AppendFormatted(Inline value) => Parts.Add(value);

        /// <summary>Called by the compiler.</summary>
        public void AppendFormatted(Prose value) => Parts.AddRange(value.Parts);
    }
}
