using System.Collections.Frozen;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex;

/// <summary>The signs between the sides of a statement, in all their spellings.</summary>
internal static class Relations
{
    private static readonly FrozenDictionary<string, Relation> Spellings = new Dictionary<string, Relation>
    {
        ["="] = Relation.Equal,
        [@"\Rightarrow"] = Relation.Implies,
        [@"\implies"] = Relation.Implies,
        [@"\Longrightarrow"] = Relation.Implies,
        [@"\iff"] = Relation.Implies,
        [@"\Leftrightarrow"] = Relation.Implies,
        [@"\Longleftrightarrow"] = Relation.Implies,
        [@"\to"] = Relation.LeadsTo,
        [@"\rightarrow"] = Relation.LeadsTo,
        [@"\longrightarrow"] = Relation.LeadsTo,
        [@"\mapsto"] = Relation.LeadsTo,
        [@"\leftarrow"] = Relation.LeadsTo, // whichever way a path is told; and w ← w − … is an update
        [@"\longleftarrow"] = Relation.LeadsTo,
        [@"\gets"] = Relation.LeadsTo,
        [@"\coloneqq"] = Relation.Defined,
        [@"\triangleq"] = Relation.Defined,
        [@"\equiv"] = Relation.Defined,
        [@"\approx"] = Relation.Approximate,
        [@"\simeq"] = Relation.Approximate,
        [@"\approxeq"] = Relation.Approximate,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a command or a sign spells a relation.</summary>
    public static bool IsSpelling(string command) => command == ":=" || Spellings.ContainsKey(command);

    /// <summary>The relation at a position, and how many tokens spell it; 0 where there is none.</summary>
    public static int At(IReadOnlyList<Token> tokens, int position, out Relation relation)
    {
        var token = tokens[position];
        relation = default;
        if (token.IsSign(":"))
        {
            relation = Relation.Defined;
            return tokens[position + 1] is { Gap: Gap.None or Gap.Space } next && next.IsSign("=") ? 2 : 0;
        }

        // g =: h names h.
        if (token.IsSign("=") && tokens[position + 1] is { Gap: Gap.None } colon && colon.IsSign(":"))
        {
            relation = Relation.Equal;
            return 2;
        }

        // = under a remark, as in \overset{!}{=}, and = in braces.
        if (token.IsSign("{"))
        {
            var length = At(tokens, position + 1, out relation);
            return length > 0 && tokens[position + 1 + length].IsSign("}") ? length + 2 : 0;
        }

        return token.Kind is TokenKind.Sign or TokenKind.Command && Spellings.TryGetValue(token.Text, out relation) ? 1 : 0;
    }
}
