namespace SymbolicBackprop.Cli;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>The mathematics of the input is wrong.</summary>
    public const int WrongMathematics = 1;

    /// <summary>A file is not as it would be written.</summary>
    public const int Differs = 1;

    /// <summary>The input cannot be used: a mistake in a file or a question, a file that is not there, bad usage.</summary>
    public const int BadInput = 2;

    /// <summary>The program is at fault (EX_SOFTWARE of BSD's sysexits).</summary>
    public const int InternalError = 70;
}
