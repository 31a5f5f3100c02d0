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
        if (!_messages.Add(handler.MessageUri))
        {
            violations.Report(
                Rules.HYP1003AmbiguousHandlers, at,
                $"Another handler already takes the message '{handler.MessageUri}'; "
                    + (handler.IsExplicit ? "do in one of them what both do" : "name this one with [Handler(Name = \"…\")]"));
            return false;
        }

        if (!Sign(handler))
        {
            violations.Report(
                Rules.HYP1003AmbiguousHandlers, at,
                $"Another handler already has the client method '{handler.Name}'; name this one with [Handler(Name = \"…\")]");
            return false;
        }

        _handlers.Add(handler);
        return true;
    }

    /// <summary>Whether a handler takes this message.</summary>
    public bool Takes(string messageUri) => _messages.Contains(messageUri);

    /// <summary>
    /// Adds a handler of a base class, unless the class handles the message itself. If one of the class has its name and
    /// parameters, only references to the base class reach it.
    /// </summary>
    public void Inherit(HandlerModel handler)
    {
        if (_messages.Add(handler.MessageUri))
        {
            _handlers.Add(Sign(handler) ? handler : handler with { HasClient = false });
        }
    }

    /// <summary>The handlers, each with a name of its own in the table.</summary>
    /// <param name="inherited">The handlers of the base class: a message of the same name hides theirs.</param>
    public EquatableArray<HandlerModel> ToModels(IReadOnlyList<HandlerModel>? inherited = null)
    {
        var hidden = new HashSet<string>(
            (inherited ?? []).Where(static h => !h.IsExplicit && !h.IsOfMessages).Select(static h => h.Name + "Message"), StringComparer.Ordinal);
        var shared = _handlers.GroupBy(static h => h.Name).Where(static g => g.Count() > 1).Select(static g => g.Key)
            .ToImmutableHashSet(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal) { "HandlerTable", "ReferenceEquals", "Finalize", "MemberwiseClone" };
        return _handlers
            .Select(h => h with
            {
                TableName = Identifiers.Unique(shared.Contains(h.Name) ? Long(h) : h.Name, taken),
                Made = h.Made is { } made && hidden.Contains(made.Name) ? made with { HidesBase = true } : h.Made,
            })
            .ToEquatable();
    }

    // Neither the handler's name nor that of its client, which ends in Async if it waits, may stand for two.
    private bool Sign(HandlerModel handler)
    {
        var parameters = $"({string.Join(", ", handler.Parameters.Select(static p => p.Type.Replace("?", "")))})";
        var client = handler.Kind == HandlerKind.OneWay ? handler.Name : handler.Name + "Async";
        if (_signatures.Contains(handler.Name + parameters) || _signatures.Contains(client + parameters))
        {
            return false;
        }

        _signatures.Add(handler.Name + parameters);
        _signatures.Add(client + parameters);
        return true;
    }

    private static string Long(HandlerModel handler) =>
        handler.IsExplicit ? handler.Name + Simple(handler.MessageType) : handler.Name;

    // Of "global::A.B<global::C.D>" the letters of "B<D>".
    private static string Simple(string type)
    {
        var words = type.Split('<', '>', ',', ' ', '(', ')', '[', ']', '?');
        return string.Concat(words.Select(static w => w.Substring(w.LastIndexOfAny(['.', ':']) + 1).TrimStart('@')));
    }
}
