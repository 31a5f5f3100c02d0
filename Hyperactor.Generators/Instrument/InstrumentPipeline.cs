using Hyperactor.Generators.Model;
using Hyperactor.Generators.Shape;
using Hyperactor.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Instrument;

/// <summary>
/// <c>[Instrument]</c> on methods that are no handlers: an interceptor for each method that is called, with the places where
/// it is. The compiler names a place by the text of its file, so an edit there writes the interceptors of its calls anew.
/// </summary>
internal static class InstrumentPipeline
{
    /// <summary>Finds the methods and their calls, and writes the interceptors.</summary>
    public static void Emit(IncrementalGeneratorInitializationContext context)
    {
        var declared = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.Instrument,
                static (_, _) => true,
                static (found, _) => new DeclaredNames(
                    InstrumentReader.Names(found.TargetSymbol, publicOnly: false).ToEquatable(),
                    InstrumentReader.Names(found.TargetSymbol, publicOnly: true).ToEquatable()))
            .Collect();
        var exported = declared
            .Select(static (all, _) => Sort(all.SelectMany(static d => d.Public)))
            .WithTrackingName(TrackingNames.InstrumentedExports);
        var referenced = context.CompilationProvider
            .Select(ReferencedNamesReader.Read)
            .WithTrackingName(TrackingNames.InstrumentedReferences);
        var names = declared.Combine(referenced)
            .Select(static (both, _) => Sort(both.Left.SelectMany(static d => d.All).Concat(both.Right)))
            .WithTrackingName(TrackingNames.InstrumentedNames);
        var calls = context.CompilationProvider.Combine(names)
            .Select(static (both, cancellation) => CallReader.Read(both.Left, both.Right, cancellation))
            .WithTrackingName(TrackingNames.InstrumentedCalls);
        var clashes = calls.Select(static (types, _) => HintNames.Clashes(types.Select(static t => t.FullName)));

        context.RegisterSourceOutput(exported, static (output, names) =>
        {
            if (names.Count > 0)
            {
                output.AddSource("Hyperactor.Instrument.g.cs", InterceptorEmitter.EmitNames(names));
            }
        });
        context.RegisterSourceOutput(calls.SelectMany(static (types, _) => types).Combine(clashes), static (output, both) =>
            output.AddSource(HintNames.Of(both.Left.FullName, "Instrument", both.Right), InterceptorEmitter.Emit(both.Left)));
    }

    private static EquatableArray<string> Sort(IEnumerable<string> names) =>
        names.Distinct(StringComparer.Ordinal).OrderBy(static n => n, StringComparer.Ordinal).ToEquatable();

    /// <summary>The names that one attribute stands for.</summary>
    private sealed record DeclaredNames(EquatableArray<string> All, EquatableArray<string> Public);
}
