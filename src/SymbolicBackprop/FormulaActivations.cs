using SymbolicBackprop.Activations;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;

namespace SymbolicBackprop;

/// <summary>Activations from formulas.</summary>
public static class FormulaActivations
{
    extension(Activation)
    {
        /// <summary>
        /// An activation from its formula in z, such as <c>z/(1+e^{-z})</c>; other letters are parameters. Or the name of one of the
        /// catalogue. <see cref="ActivationReader"/> gives mistakes as values.
        /// </summary>
        /// <param name="latex">The formula in LaTeX.</param>
        /// <exception cref="InvalidInputException">The formula cannot be read; the exception says where and why.</exception>
        public static Activation Parse(string latex) => ActivationReader.Read(new SourceText("formula", latex)).OrThrow();
    }
}
