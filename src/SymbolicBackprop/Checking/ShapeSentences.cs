using SymbolicBackprop.Models.Matrices;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Checking;

/// <summary>Says in English which shapes do not go together, and why they should.</summary>
internal static class ShapeSentences
{
    public static string Of(ShapeMistake mistake, LatexWriter writer)
    {
        var (left, right) = (Described(mistake.LeftShape), Described(mistake.RightShape));
        var both = $"{writer.Write(mistake.Left)} is {left} and {writer.Write(mistake.Right)} is {right}";
        return mistake.Rule switch
        {
            ShapeRule.Product => $"The shapes do not go together: {both}; in a product the left one has as many columns as the right one has rows.",
            ShapeRule.Entrywise => $"The shapes do not go together: {both}; ⊙ multiplies matrices of one shape.",
            ShapeRule.Sum => $"The shapes do not go together: {both}; what is added has one shape.",
            ShapeRule.Equality => $"The shapes do not go together: the left side is {left} and the right side {right}.",
            ShapeRule.Label => $"The shape is not {right}: {writer.Write(mistake.Left)} is {left}.",
            _ => throw new InvalidOperationException($"Unknown rule {mistake.Rule}."),
        };
    }

    private static string Described(Shape shape) => shape.IsNumber ? "a number" : shape.ToString();
}
