using System.Collections.Immutable;
using Hyperactor.Generators.Model;
using Hyperactor.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>The handlers of one actor or protocol: no two for one message, none that clients could not tell apart.</summary>
internal sealed class HandlerList(List<Violation>? violations)
{
    private readonly List<HandlerModel> _handlers = [];
    private readonly HashSet<string> _messages = new(StringComparer.Ordinal);
    private readonly HashSet<string> _signatures = new(StringComparer.Ordinal);

    /// <summary>Adds a handler, unless another one is in its way.</summary>
    /// <returns>Whether it was added.</returns>
    public bool Add(HandlerModel handler, ISymbol at)
    {
        var signature = $"{handler.Name}({string.Join(", ", handler.Parameters.Select(static p => p.Type.Replace("?", "")))})";
        if (!_messages.Add(handler.MessageUri))
        {
            violations.Report(
                Rules.HYP1003AmbiguousHandlers, at,
                $"Another handler already takes the message '{handler.MessageUri}'; name this one with [Handler(Name = \"…\")]");
            return false;
        }

        if (!_signatures.Add(signature))
        {
            violations.Report(
                Rules.HYP1003AmbiguousHandlers, at,
                $"Another handler already has the client method '{handler.Name}'; name this one with [Handler(Name = \"…\")]");
            return false;
        }

        _handlers.Add(handler);
        return true;
    }

    /// <summary>The handlers, each with a name of its own in the table.</summary>
    public EquatableArray<HandlerModel> ToModels()
    {
        var shared = _handlers.GroupBy(static h => h.Name).Where(static g => g.Count() > 1).Select(static g => g.Key)
            .ToImmutableHashSet(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal) { "HandlerTable", "ReferenceEquals", "Finalize", "MemberwiseClone" };
        return _handlers
            .Select(h => h with { TableName = Identifiers.Unique(shared.Contains(h.Name) ? Long(h) : h.Name, taken) })
            .ToEquatable();
    }

    private static string Long(HandlerModel handler) =>
        handler.IsExplicit
            ? handler.Name + handler.MessageType.Substring(handler.MessageType.LastIndexOf('.') + 1).TrimStart('@')
            : handler.Name;
}
