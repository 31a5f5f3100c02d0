using System.Text.Json;

namespace Hyperactor.Data;

/// <summary>References to actors.</summary>
/// <typeparam name="TActor">The actor's class or protocol.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class ActorRefCodec<TActor>(string typeUri) : MessageCodec<ActorRef<TActor>>(typeUri)
{
    /// <inheritdoc/>
    public override void Write(ref MessageWriter writer, ActorRef<TActor> value) =>
        writer.Write(value.Id ?? throw Unset());

    /// <inheritdoc/>
    public override ActorRef<TActor> Read(ref MessageReader reader) => new(reader.ReadRequired<ActorId>());

    /// <inheritdoc/>
    public override void WriteJson(Utf8JsonWriter writer, ActorRef<TActor> value) =>
        JsonForm.Write(writer, value.Id ?? throw Unset());

    /// <inheritdoc/>
    public override ActorRef<TActor> ReadJson(JsonElement element) =>
        new(JsonForm.Read<ActorId?>(element) ?? throw JsonForm.Expected("an actor id", element));
}

/// <summary>References to ports.</summary>
/// <typeparam name="TMessage">What the port takes.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class PortRefCodec<TMessage>(string typeUri) : MessageCodec<PortRef<TMessage>>(typeUri)
{
    /// <inheritdoc/>
    public override void Write(ref MessageWriter writer, PortRef<TMessage> value) =>
        writer.WritePort(new(value.Id == default ? throw Unset() : value.Id, value.Reducer));

    /// <inheritdoc/>
    public override PortRef<TMessage> Read(ref MessageReader reader)
    {
        var entry = reader.ReadPort();
        return new(entry.Port, entry.Reducer);
    }

    /// <inheritdoc/>
    public override void WriteJson(Utf8JsonWriter writer, PortRef<TMessage> value) =>
        PortJson.Write(writer, new(value.Id == default ? throw Unset() : value.Id, value.Reducer));

    /// <inheritdoc/>
    public override PortRef<TMessage> ReadJson(JsonElement element)
    {
        var entry = PortJson.Read(this, element);
        return new(entry.Port, entry.Reducer);
    }
}

/// <summary>References to ports that take one message.</summary>
/// <typeparam name="TMessage">What the port takes.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class OncePortRefCodec<TMessage>(string typeUri) : MessageCodec<OncePortRef<TMessage>>(typeUri)
{
    /// <inheritdoc/>
    public override void Write(ref MessageWriter writer, OncePortRef<TMessage> value) =>
        writer.WritePort(new(value.Id == default ? throw Unset() : value.Id, value.Reducer));

    /// <inheritdoc/>
    public override OncePortRef<TMessage> Read(ref MessageReader reader)
    {
        var entry = reader.ReadPort();
        return new(entry.Port, entry.Reducer);
    }

    /// <inheritdoc/>
    public override void WriteJson(Utf8JsonWriter writer, OncePortRef<TMessage> value) =>
        PortJson.Write(writer, new(value.Id == default ? throw Unset() : value.Id, value.Reducer));

    /// <inheritdoc/>
    public override OncePortRef<TMessage> ReadJson(JsonElement element)
    {
        var entry = PortJson.Read(this, element);
        return new(entry.Port, entry.Reducer);
    }
}

/// <summary>The JSON form of ports: an object of the port and its reducer, never in a table.</summary>
internal static class PortJson
{
    internal static void Write(Utf8JsonWriter writer, PortEntry entry)
    {
        writer.WriteStartObject();
        JsonForm.WriteMember(writer, "port", entry.Port);
        JsonForm.WriteMember(writer, "reducer", entry.Reducer);
        writer.WriteEndObject();
    }

    internal static PortEntry Read(MessageCodec codec, JsonElement element) =>
        JsonMembers.TryRead(codec, element, out var members)
            ? new(members.GetPresent<PortId>("port"), members.Get<string?>("reducer"))
            : throw JsonForm.Expected("a port", element);
}
