using System.Text;
using Hyperactor.Analyzers.WireLock;
using Hyperactor.Generators.Shape;
using Hyperactor.Generators.Wire;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Hyperactor.CodeFixes;

/// <summary>The wire lock of a project, as the fixes change it.</summary>
internal static class WireLockFile
{
    /// <summary>The lock of a project, or null.</summary>
    public static TextDocument? Find(Project project) =>
        project.AdditionalDocuments.FirstOrDefault(static d => WireLockAnalyzer.IsLock(d.FilePath ?? d.Name));

    /// <summary>What reports are about.</summary>
    public static IReadOnlyList<string> Keys(IEnumerable<Diagnostic> reports) =>
    [
        .. reports.Select(static r => r.Properties.TryGetValue(WireComparison.KeyProperty, out var key) ? key : null)
            .OfType<string>().Distinct(),
    ];

    /// <summary>Changes the lock so that it says of some keys, or of all, what the code says.</summary>
    public static async Task<Solution> AcceptAsync(
        Solution solution, TextDocument file, IReadOnlyList<string>? keys, CancellationToken cancellation)
    {
        var text = await file.GetTextAsync(cancellation).ConfigureAwait(false);
        if (await file.Project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation)
        {
            return solution;
        }

        var current = WireReader.Read(compilation, cancellation);
        var locked = WireParser.Parse(text.ToString());
        if (locked.Error is not null)
        {
            return solution;
        }

        var accepted = keys is null ? current : keys.Aggregate(locked.Model, (l, k) => WireAcceptance.Accept(l, current, k));
        var printed = WirePrinter.Print(accepted);
        if (text.ToString().IndexOf("\r\n", StringComparison.Ordinal) >= 0)
        {
            printed = printed.Replace("\n", "\r\n");
        }

        return solution.WithAdditionalDocumentText(
            file.Id, SourceText.From(printed, text.Encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)));
    }
}
