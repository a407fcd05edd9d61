using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Models.Matrices;

namespace SymbolicBackprop.Derivations.Matrices;

/// <summary>Writes the shapes of vectors and matrices under them.</summary>
/// <param name="meaning">What formulas mean, with the layout of whole layers.</param>
internal sealed class ShapeLabels(Meaning meaning)
{
    private readonly Shapes shapes = new(meaning);

    /// <summary>A formula with the shape under each vector and matrix in it.</summary>
    public Formula On(Formula formula) => formula.Rewrite(part => part switch
    {
        Symbol { IsWhole: true } or Transpose { Body: Symbol } or Derivative or Nabla or Call => Labelled(part),
        _ => null,
    });

    private Formula Labelled(Formula part)
    {
        var shape = shapes.Of(part);
        return shape.IsNumber ? part : new Underbrace(part, new Dimensions(shape.Rows, shape.Columns));
    }
}
