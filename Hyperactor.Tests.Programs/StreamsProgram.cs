using System.Runtime.InteropServices;
using Hyperactor.Processes;

namespace Hyperactor.Tests.Programs;

/// <summary>
/// Writes to streams that may be broken. Its results go to a file, since the streams are what is tested.
/// </summary>
internal static partial class StreamsProgram
{
    internal static async Task<int> RunAsync(string[] words)
    {
        var results = words[0];
        Lifeline.Ready();
        await Console.In.ReadLineAsync();
        switch (words[1])
        {
            case "look":
                break;
            case "close":
                _ = Close((int)StandardStream.Error);
                break;
            case "redirect":
                Redirect(words[2..]);
                break;
            case "signal":
                HyperactorProcess.Initialize().Signals.Register(_ =>
                {
                    Console.WriteLine("said while cleaning");
                    return default;
                });
                await File.WriteAllTextAsync(results, StandardStreams.DefaultPath);
                return await Lifeline.UntilEndAsync();
        }

        await File.WriteAllLinesAsync(
            results,
            [
                $"output {StandardStreams.IsBroken(StandardStream.Output)}",
                $"error {StandardStreams.IsBroken(StandardStream.Error)}",
            ]);
        return 0;
    }

    private static void Redirect(string[] path)
    {
        var file = path is [var named] ? StandardStreams.RedirectIfBroken(named) : StandardStreams.RedirectIfBroken();
        Console.WriteLine($"redirected to {file}");
        Console.Error.WriteLine("and errors too");
        Console.WriteLine("ä, whole");
    }

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
