namespace SymbolicBackprop.Expressions;

/// <summary>The kinds of node in an <see cref="ExprGraph"/>. A new function is not a new kind.</summary>
public enum ExprKind : byte
{
    /// <summary>An exact rational number.</summary>
    Number,

    /// <summary>A named quantity. With a definition it has one child, which is what the name stands for.</summary>
    Variable,

    /// <summary>Two or more terms; a number, if there is one, comes first.</summary>
    Sum,

    /// <summary>Two or more factors; a number, if there is one, comes first.</summary>
    Product,

    /// <summary>A base and an exponent, the exponent being a number other than 0 and 1.</summary>
    Power,

    /// <summary>A <see cref="Expressions.Function"/> and its arguments.</summary>
    Function,
}
