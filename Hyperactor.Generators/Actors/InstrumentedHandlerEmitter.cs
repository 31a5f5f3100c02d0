using Hyperactor.Generators.Model;
using Hyperactor.Generators.Text;

namespace Hyperactor.Generators.Actors;

/// <summary>Prints the bodies of handlers that are traced.</summary>
internal static class InstrumentedHandlerEmitter
{
    /// <summary>Prints the operation of a handler, if it is traced.</summary>
    public static void EmitOperation(SourceWriter writer, HandlerModel handler)
    {
        if (handler is not { Instrument: { } instrument, Inherited: null })
        {
            return;
        }

        var kind = handler.Kind == HandlerKind.OneWay ? "Consumer" : "Server";
        writer.Lines(
            $"""
            private static readonly global::Hyperactor.Telemetry.Operation Operation =
                new({CodecEmitter.Quote(instrument.Operation)}, global::System.Diagnostics.ActivityKind.{kind});

            """);
    }

    /// <summary>Prints the body behind the signature: the plain call, and beside it what happens while somebody listens.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="actor">The actor.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="instrument">How it is traced.</param>
    /// <param name="call">The call of the user's method.</param>
    /// <param name="task">The type that the handler returns.</param>
    public static void Emit(
        SourceWriter writer, ActorModel actor, HandlerModel handler, InstrumentModel instrument, string call, string task)
    {
        var plain = handler.ReturnsVoid ? $"{call};\nreturn default;"
            : handler.Kind == HandlerKind.Acknowledged ? $"return global::Hyperactor.Unit.After({call});"
            : $"return {call};";
        writer.Open().Lines(
            """
            if (Operation.IsObserved)
            {
                return Observe(actor, context, message);
            }

            """).Lines(plain).Close().Blank();
        writer.Lines(
            $"""
            private static {(handler.ReturnsVoid ? "" : "async ")}{task} Observe(
                {actor.Place.Type} actor,
                global::Hyperactor.Context context,
                {handler.MessageType} message)
            """).Open();
        writer.Lines(
            """
            using var scope = Operation.Start(context.Trace, context.Time);
            scope.Tag("hyperactor.actor", context.Self);
            """);
        foreach (var tag in instrument.Tags)
        {
            writer.Lines($"scope.Tag({CodecEmitter.Quote(tag.Name)}, {tag.Value});");
        }

        if (instrument.Infallible)
        {
            EmitCall(writer, handler, call);
        }
        else
        {
            writer.Lines("try").Open();
            EmitCall(writer, handler, call);
            writer.Close().Lines(
                """
                catch (global::System.Exception exception)
                {
                    scope.Fail(exception);
                    throw;
                }
                """);
        }

        writer.Close();
    }

    private static void EmitCall(SourceWriter writer, HandlerModel handler, string call)
    {
        if (handler.ReturnsVoid)
        {
            writer.Lines($"{call};\nscope.Done();\nreturn default;");
        }
        else if (handler.Kind == HandlerKind.Call)
        {
            writer.Lines($"var reply = await {call};\nscope.Done();\nreturn reply;");
        }
        else
        {
            writer.Lines($"await {call};\nscope.Done();");
            if (handler.Kind == HandlerKind.Acknowledged)
            {
                writer.Lines("return default;");
            }
        }
    }
}
