using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Tests.Checking.Mutations;

/// <summary>A part of a statement in its place.</summary>
/// <param name="Part">The part.</param>
/// <param name="Around">The part around it, or null for a whole side.</param>
/// <param name="Put">The statement with something else in this place.</param>
internal sealed record Place(Formula Part, Formula? Around, Func<Formula, Statement> Put)
{
    /// <summary>Whether it names a quantity, of a derivative or of a share, instead of standing for its value.</summary>
    public bool IsName => Around is Derivative or PathShare;

    /// <summary>Whether it is a side, or a term of a sum with its sign.</summary>
    public bool IsTerm => Around is null or Sum;

    /// <summary>All places of a statement but exponents of powers, in reading order.</summary>
    public static IEnumerable<Place> Of(Statement statement) =>
        Enumerable.Range(0, statement.Links.Count + 1).SelectMany(side => Of(new Place(SideOf(statement, side), null, part => WithSide(statement, side, part))));

    private static IEnumerable<Place> Of(Place place)
    {
        yield return place;
        foreach (var (part, index) in place.Part.Parts().Select((part, index) => (part, index)))
        {
            if (place.Part is not Power || index == 0)
            {
                foreach (var inner in Of(new Place(part, place.Part, other => place.Put(Joined(place.Part, index, other)))))
                {
                    yield return inner;
                }
            }
        }
    }

    // As one would write it: no sum as a term of a sum, no product as a factor of a product.
    private static Formula Joined(Formula around, int index, Formula part) => around switch
    {
        Sum sum => Formula.SumOf(sum.Terms.Select((term, i) => i == index ? part : term)),
        Product product => Formula.ProductOf(product.Factors.Select((factor, i) => i == index ? part : factor)),
        Negative => -part,
        _ => around.WithPart(index, part),
    };

    private static Formula SideOf(Statement statement, int side) => side == 0 ? statement.First : statement.Links[side - 1].Side;

    private static Statement WithSide(Statement statement, int side, Formula part) => side == 0
        ? statement with { First = part }
        : statement with { Links = statement.Links.Select((link, i) => i == side - 1 ? link with { Side = part } : link).ToEquatableList() };
}
