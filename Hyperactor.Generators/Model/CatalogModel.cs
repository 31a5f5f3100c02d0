namespace Hyperactor.Generators.Model;

/// <summary>The assembly that is compiled, and the catalogs of the assemblies that it references.</summary>
/// <param name="Name">The name of the assembly.</param>
/// <param name="IsProgram">Whether it has an entry point.</param>
/// <param name="Catalogs">The catalogs of its references, fully qualified, in ordinal order.</param>
internal sealed record AssemblyModel(string Name, bool IsProgram, EquatableArray<string> Catalogs);

/// <summary>What an assembly registers.</summary>
internal sealed record CatalogModel(AssemblyModel Assembly, EquatableArray<Registration> Registrations);
