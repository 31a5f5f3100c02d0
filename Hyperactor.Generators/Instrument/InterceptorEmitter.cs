using System.Globalization;
using Hyperactor.Generators.Model;
using Hyperactor.Generators.Text;

namespace Hyperactor.Generators.Instrument;

/// <summary>Prints interceptors: what stands in for a call of a traced method.</summary>
internal static class InterceptorEmitter
{
    private const string Telemetry = "global::Hyperactor.Telemetry.";

    /// <summary>Prints the list of traced methods for assemblies that reference this one.</summary>
    public static string EmitNames(EquatableArray<string> names)
    {
        var writer = SourceHeader.Begin("the methods marked [Instrument]", "those methods", "");
        writer.Lines($"[assembly: {Telemetry}InstrumentedMethods(").In();
        writer.Lines(string.Join(",\n", names.Select(static n => CodecEmitter.Quote(n))) + ")]");
        return writer.Out().ToString();
    }

    /// <summary>Prints the file. Two namespaces: the compiler looks for the attribute by its name.</summary>
    public static string Emit(InterceptedTypeModel type)
    {
        var writer = SourceHeader.Begin($"calls of {type.FullName}", "that type", "");
        writer.Lines("namespace System.Runtime.CompilerServices").Open();
        writer.Lines(
            $$"""
            {{SourceHeader.GeneratedCode}}
            [global::System.AttributeUsage(global::System.AttributeTargets.Method, AllowMultiple = true)]
            file sealed class InterceptsLocationAttribute : global::System.Attribute
            {
                public InterceptsLocationAttribute(int version, string data)
                {
                    _ = version;
                    _ = data;
                }
            }
            """);
        writer.Close().Blank();
        writer.Lines("namespace Hyperactor.Generated").Open();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var name = Identifiers.Unique(type.Name + "Interceptors", taken);
        writer.Lines(SourceHeader.GeneratedCode);
        writer.Lines($"file static class {name}").Open();
        for (var i = 0; i < type.Methods.Count; i++)
        {
            if (i > 0)
            {
                writer.Blank();
            }

            new MethodPrinter(writer, type.Methods[i], taken).Print();
        }

        return writer.Close().Close().ToString();
    }

    /// <summary>Prints one method: its operation, what calls go to, and what happens while somebody listens.</summary>
    private sealed class MethodPrinter(SourceWriter writer, InterceptedMethodModel method, ISet<string> taken)
    {
        private readonly string _name = Identifiers.Escape(Identifiers.Unique(method.Name, taken));
        private readonly string _operation = Identifiers.Unique(method.Name + "Operation", taken);
        private readonly string _observed = Identifiers.Unique(method.Name + "Observed", taken);
        private readonly string _generics =
            method.TypeParameters.Count == 0 ? "" : $"<{string.Join(", ", method.TypeParameters)}>";

        private string Call => $"{method.Target}.{method.Invocation}({string.Join(", ", method.Arguments)})";

        private string Receiver => method.Parameters.Count > method.Arguments.Count ? method.Target : "";

        private bool IsAwaited => method.Form is ReturnForm.Task or ReturnForm.TaskOfValue;

        public void Print()
        {
            writer.Lines(
                $"""
                private static readonly {Telemetry}Operation {_operation} =
                    new({CodecEmitter.Quote(method.Instrument.Operation)}, global::System.Diagnostics.ActivityKind.Internal);

                """);
            foreach (var call in method.Calls)
            {
                writer.Lines(
                    $"""
                    // {call.Place}
                    [global::System.Runtime.CompilerServices.InterceptsLocation({call.Version.ToString(CultureInfo.InvariantCulture)}, {CodecEmitter.Quote(call.Data)})]
                    """);
            }

            Signature("public static", _name, method.Parameters);
            string[] arguments = Receiver.Length == 0 ? [.. method.Arguments] : [Receiver, .. method.Arguments];
            var forwarded = $"{_observed}{_generics}({string.Join(", ", arguments)})";
            if (method.Form == ReturnForm.Void)
            {
                writer.Open().Lines(
                    $$"""
                    if ({{_operation}}.IsObserved)
                    {
                        {{forwarded}};
                        return;
                    }

                    {{Call}};
                    """).Close();
            }
            else
            {
                writer.In().Lines($"=> {_operation}.IsObserved\n    ? {forwarded}\n    : {Call};").Out();
            }

            writer.Blank();
            Signature(
                IsAwaited ? "private static async" : "private static",
                _observed,
                method.Parameters.Select(static p => p.StartsWith("this ", StringComparison.Ordinal) ? p.Substring(5) : p));
            Observed();
        }

        private void Signature(string modifiers, string name, IEnumerable<string> parameters)
        {
            if (method.IsObsolete)
            {
                writer.Lines("[global::System.Obsolete(\"What is called is obsolete.\")]");
            }

            var list = parameters.ToList();
            writer.Lines($"{modifiers} {method.ReturnType} {name}{_generics}({(list.Count == 0 ? ")" : "")}");
            if (list.Count > 0)
            {
                writer.In().Lines(string.Join(",\n", list) + ")").Out();
            }

            foreach (var constraint in method.Constraints)
            {
                writer.In().Lines(constraint).Out();
            }
        }

        private void Observed()
        {
            var locals = new HashSet<string>(
                method.Arguments.Select(static a => a.Substring(a.LastIndexOfAny([')', '@']) + 1)), StringComparer.Ordinal)
            {
                method.Target,
            };
            var scope = Identifiers.Unique("scope", locals);
            var result = Identifiers.Unique("result", locals);
            var exception = Identifiers.Unique("exception", locals);
            writer.Open().Lines($"using var {scope} = {_operation}.Start();");
            foreach (var tag in method.Instrument.Tags)
            {
                writer.Lines($"{scope}.Tag({CodecEmitter.Quote(tag.Name)}, {tag.Value});");
            }

            if (!method.Instrument.Infallible)
            {
                writer.Lines("try").Open();
            }

            var call = IsAwaited ? $"await {Call}.ConfigureAwait(false)" : Call;
            if (method.Form is ReturnForm.Void or ReturnForm.Task)
            {
                writer.Lines($"{call};\n{scope}.Done();");
            }
            else
            {
                writer.Lines($"var {result} = {call};\n{scope}.Done();\nreturn {result};");
            }

            if (!method.Instrument.Infallible)
            {
                writer.Close().Lines(
                    $$"""
                    catch (global::System.Exception {{exception}})
                    {
                        {{scope}}.Fail({{exception}});
                        throw;
                    }
                    """);
            }

            writer.Close();
        }
    }
}
