using Hyperactor.Generators.Model;
using Hyperactor.Generators.Text;

namespace Hyperactor.Generators.Catalog;

/// <summary>Prints the catalog of an assembly.</summary>
internal static class CatalogEmitter
{
    /// <summary>Prints the file.</summary>
    public static string Emit(CatalogModel catalog)
    {
        var name = Identifiers.From(catalog.Assembly.Name) + "Catalog";
        var writer = SourceHeader.Begin($"assembly {catalog.Assembly.Name}", "its messages and actors", "");
        writer.Lines(
            $$"""
            [assembly: global::Hyperactor.Data.Catalog(typeof(global::Hyperactor.Generated.{{name}}))]

            namespace Hyperactor.Generated;

            /// <summary>Registers what {{catalog.Assembly.Name}} and the assemblies that it references declare.</summary>
            {{SourceHeader.GeneratedCode}}
            public static class {{name}}
            {
                private static int _done;

                /// <summary>Registers everything, once. Runs before any other code of the assembly.</summary>
                [global::System.Runtime.CompilerServices.ModuleInitializer]
                public static void Register()
                {
                    if (global::System.Threading.Interlocked.Exchange(ref _done, 1) != 0)
                    {
                        return;
                    }
            """).In().In();
        foreach (var section in Sections(catalog))
        {
            writer.Blank();
            foreach (var line in section)
            {
                writer.Lines(line);
            }
        }

        return writer.Out().Lines("}").Out().Lines("}").ToString();
    }

    private static IEnumerable<IReadOnlyList<string>> Sections(CatalogModel catalog)
    {
        if (catalog.Assembly.Catalogs.Count > 0)
        {
            yield return [.. catalog.Assembly.Catalogs.Select(static c => c + ".Register();")];
        }

        foreach (var kind in catalog.Registrations.GroupBy(static r => r.Kind))
        {
            yield return [.. kind.Select(Line)];
        }
    }

    private static string Protocol(string[] parts) =>
        $"global::Hyperactor.Data.ProtocolCatalog.Register<{parts[0]}>(\n    "
        + string.Join(",\n    ", parts.Skip(1).Select(static uri => Numbers.Of(uri))) + ");";

    // The property as people write it.
    private static string Declaration(Registration registration) =>
        registration.Code.Replace("global::", "").Replace("@", "");

    private static string Line(Registration registration) => registration.Kind switch
    {
        RegistrationKind.LibraryCodec =>
            $"global::Hyperactor.Data.TypeCatalog.Register(\n    {registration.Code}({CodecEmitter.Quote(registration.Uri)}{registration.Arguments}));",
        RegistrationKind.Codec => $"global::Hyperactor.Data.TypeCatalog.Register(\n    {registration.Code}());",
        RegistrationKind.Reducer =>
            $"global::Hyperactor.Data.TypeCatalog.Register<{registration.Code}>(\n    {CodecEmitter.Quote(registration.Uri)});",
        RegistrationKind.Attr =>
            $"global::Hyperactor.Data.AttrCatalog.Register(\n    {registration.Code}, {CodecEmitter.Quote(Declaration(registration))});",
        RegistrationKind.Protocol => Protocol(registration.Code.Split('\n')),
        _ => $"global::Hyperactor.Procs.SpawnCatalog.Register(\n    {registration.Code});",
    };
}
