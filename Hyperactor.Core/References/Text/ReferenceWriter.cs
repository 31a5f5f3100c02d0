namespace Hyperactor.References;

/// <summary>Prints ids in the one form that <see cref="ReferenceText"/> reads.</summary>
internal static class ReferenceWriter
{
    private const int CharsOnStack = 256;

    internal static void Write<TOutput>(ref TOutput output, WorldId id)
        where TOutput : ITextOutput, allows ref struct => output.Text(id.Name);

    internal static void Write<TOutput>(ref TOutput output, GangId id)
        where TOutput : ITextOutput, allows ref struct
    {
        output.Text(id.World.Name);
        output.Mark('.');
        output.Text(id.Name);
    }

    internal static void Write<TOutput>(ref TOutput output, ProcId id)
        where TOutput : ITextOutput, allows ref struct
    {
        if (id.TryGetDirect(out var address, out var name))
        {
            WriteEscaped(ref output, address.ToString());
            output.Mark(',');
            output.Text(name);
            return;
        }

        output.Text(id.World?.Name);
        WriteIndex(ref output, id.Rank ?? 0);
    }

    internal static void Write<TOutput>(ref TOutput output, ActorId id)
        where TOutput : ITextOutput, allows ref struct
    {
        Write(ref output, id.Proc);
        output.Mark(id.Proc.IsDirect ? ',' : '.');
        output.Text(id.Name);
        WriteIndex(ref output, id.Pid);
    }

    internal static void Write<TOutput>(ref TOutput output, PortId id)
        where TOutput : ITextOutput, allows ref struct
    {
        // Only a default value has no actor.
        if (id.Actor is { } actor)
        {
            Write(ref output, actor);
        }

        WriteIndex(ref output, id.Index);
    }

    internal static void Write<TOutput>(ref TOutput output, Reference reference)
        where TOutput : ITextOutput, allows ref struct
    {
        switch (reference.Kind)
        {
            case ReferenceKind.World:
                Write(ref output, reference.World.GetValueOrDefault());
                break;
            case ReferenceKind.Gang:
                Write(ref output, reference.Gang.GetValueOrDefault());
                break;
            case ReferenceKind.Proc:
                Write(ref output, reference.Proc.GetValueOrDefault());
                break;
            case ReferenceKind.Actor:
                Write(ref output, reference.Actor!);
                break;
            default:
                Write(ref output, reference.Port.GetValueOrDefault());
                break;
        }
    }

    /// <summary>The text of an id as a string.</summary>
    internal static string ToText<TId>(TId id)
        where TId : ISpanFormattable
    {
        Span<char> buffer = stackalloc char[CharsOnStack];
        int length;
        while (!id.TryFormat(buffer, out length, default, null))
        {
            buffer = new char[buffer.Length * 2];
        }

        return buffer[..length].ToString();
    }

    private static void WriteIndex<TOutput>(ref TOutput output, ulong index)
        where TOutput : ITextOutput, allows ref struct
    {
        output.Mark('[');
        output.Number(index);
        output.Mark(']');
    }

    private static void WriteEscaped<TOutput>(ref TOutput output, ReadOnlySpan<char> address)
        where TOutput : ITextOutput, allows ref struct
    {
        while (address.IndexOfAny(',', '%') is var next and >= 0)
        {
            output.Text(address[..next]);
            output.Text(address[next] == ',' ? EscapedAddress.Comma : EscapedAddress.Percent);
            address = address[(next + 1)..];
        }

        output.Text(address);
    }
}
