using Hyperactor.Generators.Model;

namespace Hyperactor.Generators.Text;

/// <summary>Prints which messages an actor or protocol takes, as an interface.</summary>
internal static class Bases
{
    /// <summary>The interface that a handler stands for.</summary>
    public static string Of(HandlerModel handler) => handler.Kind switch
    {
        HandlerKind.OneWay => $"global::Hyperactor.IHandles<{handler.MessageType}>",
        HandlerKind.Acknowledged => $"global::Hyperactor.IAnswers<{handler.MessageType}, global::Hyperactor.Unit>",
        _ => $"global::Hyperactor.IAnswers<{handler.MessageType}, {handler.Reply}>",
    };
}
