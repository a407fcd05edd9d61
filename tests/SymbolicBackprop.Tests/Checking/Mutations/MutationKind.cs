using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Tests.Checking.Mutations;

/// <summary>A kind of slip as it is made: independent of how the checker repairs it.</summary>
/// <param name="Title">What is done.</param>
/// <param name="Slip">The name under which the checker has to report it.</param>
/// <param name="Of">All the ways in which it can be made in a statement.</param>
internal sealed record MutationKind(string Title, string Slip, Func<Statement, Setting, IEnumerable<Statement>> Of)
{
    /// <summary>A kind of slip that is made at one place.</summary>
    public static MutationKind At(string title, string slip, Func<Place, Setting, IEnumerable<Formula>> parts) =>
        new(title, slip, (statement, setting) => Place.Of(statement).SelectMany(place => parts(place, setting).Select(place.Put)));
}

/// <summary>What a statement is about.</summary>
/// <param name="Model">The quantities.</param>
/// <param name="Delta">What δ means.</param>
internal sealed record Setting(Model Model, DeltaConvention Delta);
