using Hyperactor.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads the assembly that is compiled, and which catalogs its references have.</summary>
internal static class AssemblyReader
{
    private const string Core = "Hyperactor.Core";

    /// <summary>Reads a compilation; it is not kept.</summary>
    public static AssemblyModel Read(Compilation compilation, CancellationToken cancellation)
    {
        var catalogs = new List<string>();
        foreach (var reference in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var attribute in reference.GetAttributes())
            {
                // Core's own catalog needs no call: to register anything is to touch Core.
                if (reference.Name != Core && attribute.AttributeClass.Is("Hyperactor.Data", "CatalogAttribute")
                    && attribute.ConstructorArguments is [{ Value: INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public } catalog }])
                {
                    catalogs.Add(catalog.Type());
                }
            }
        }

        return new(
            compilation.AssemblyName ?? "Program",
            compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication
                or OutputKind.WindowsRuntimeApplication,
            catalogs.OrderBy(static c => c, StringComparer.Ordinal).ToEquatable());
    }
}
