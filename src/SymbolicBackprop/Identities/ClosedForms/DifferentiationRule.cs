namespace SymbolicBackprop.Identities.ClosedForms;

/// <summary>The reason for one step from a formula to the short form of its derivative.</summary>
public enum DifferentiationRule
{
    /// <summary>The function is its formula.</summary>
    Definition,

    /// <summary>(u + v)′ = u′ + v′.</summary>
    Sum,

    /// <summary>(uv)′ = u′v + uv′.</summary>
    Product,

    /// <summary>(u/v)′ = (u′v − uv′)/v².</summary>
    Quotient,

    /// <summary>(uʳ)′ = r·uʳ⁻¹·u′.</summary>
    Power,

    /// <summary>(g(u))′ = g′(u)·u′.</summary>
    Chain,

    /// <summary>Both sides are equal by algebra, which the proof confirms; the right one is shorter.</summary>
    ClosedForm,
}
