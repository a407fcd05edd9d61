using System.Diagnostics;
using System.Text;

namespace SymbolicBackprop.Tests.Tools;

/// <summary>What a program did: its exit code and all that it wrote.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(60);

    /// <summary>Runs a program to its end, without a shell.</summary>
    /// <param name="program">The program, as <see cref="RequiredTool.Find"/> gives it.</param>
    /// <param name="arguments">Its arguments, passed on as they are.</param>
    /// <param name="workingDirectory">Where it runs; by default where the tests run.</param>
    /// <param name="input">What it reads; by default nothing, so that a program that asks a question ends.</param>
    /// <param name="timeout">How long it may take; by default a minute.</param>
    /// <exception cref="TimeoutException">It took longer; it and all that it started were ended.</exception>
    public static async Task<ToolRun> StartAsync(
        string program,
        IEnumerable<string> arguments,
        string? workingDirectory = null,
        string input = "",
        TimeSpan? timeout = null)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var limit = timeout ?? DefaultTimeout;
        using var process = new Process();
        process.StartInfo = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = workingDirectory ?? "",
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
        };
        process.Start();

        // All three streams move at once: a program that waits on a full pipe would never end.
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var all = Task.WhenAll(WriteAsync(process, input), output, error, process.WaitForExitAsync(CancellationToken.None));
        try
        {
            await all.WaitAsync(limit, TestContext.Current.CancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            if (exception is OperationCanceledException)
            {
                throw;
            }

            await Task.WhenAny(all, Task.Delay(TimeSpan.FromSeconds(5), CancellationToken.None));
            throw new TimeoutException(
                $"'{process.StartInfo.FileName}' was ended after {limit.TotalSeconds:0.###} seconds."
                + $"\noutput: {Written(output)}\nerror: {Written(error)}");
        }

        return new ToolRun(process.ExitCode, await output, await error);
    }

    private static async Task WriteAsync(Process process, string input)
    {
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ended, or closed its input, without reading everything: its own affair.
        }
    }

    private static string Written(Task<string> stream) => stream.IsCompletedSuccessfully ? stream.Result : "(not closed)";
}
