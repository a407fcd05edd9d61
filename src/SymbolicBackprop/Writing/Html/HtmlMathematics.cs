namespace SymbolicBackprop.Writing.Html;

/// <summary>How mathematics is written in HTML.</summary>
public enum HtmlMathematics
{
    /// <summary>MathML, which browsers show by themselves.</summary>
    MathML,

    /// <summary>LaTeX between \(…\) and \[…\], for pages on which a script such as MathJax shows it. Long formulas are broken already.</summary>
    Tex,
}
