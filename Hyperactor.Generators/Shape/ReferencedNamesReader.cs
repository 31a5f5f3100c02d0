using Hyperactor.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads which methods of referenced assemblies are traced.</summary>
internal static class ReferencedNamesReader
{
    /// <summary>Reads a compilation; it is not kept.</summary>
    public static EquatableArray<string> Read(Compilation compilation, CancellationToken cancellation)
    {
        var names = new List<string>();
        foreach (var reference in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var attribute in reference.GetAttributes())
            {
                if (attribute.AttributeClass.Is("Hyperactor.Telemetry", "InstrumentedMethodsAttribute")
                    && attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Array, IsNull: false } values])
                {
                    names.AddRange(values.Values.Select(static v => v.Value).OfType<string>());
                }
            }
        }

        return names.Distinct(StringComparer.Ordinal).OrderBy(static n => n, StringComparer.Ordinal).ToEquatable();
    }
}
