namespace Hyperactor.Data;

/// <summary>The types that every process knows without registration.</summary>
internal static class BuiltInCodecs
{
    internal static readonly MessageCodec[] All =
    [
        new UnitCodec(),
        new StringCodec(),
        new BoolCodec(),
        new CharCodec(),
        new RuneCodec(),
        new NumberCodec<sbyte>("sbyte"),
        new NumberCodec<byte>("byte"),
        new NumberCodec<short>("short"),
        new NumberCodec<ushort>("ushort"),
        new NumberCodec<int>("int"),
        new NumberCodec<uint>("uint"),
        new NumberCodec<long>("long"),
        new NumberCodec<ulong>("ulong"),
        new NumberCodec<Int128>("Int128"),
        new NumberCodec<UInt128>("UInt128"),
        new NumberCodec<Half>("Half"),
        new NumberCodec<float>("float"),
        new NumberCodec<double>("double"),
        new NumberCodec<decimal>("decimal"),
        new TextFormCodec<Guid>("Guid", "D"),
        new TextFormCodec<TimeSpan>("TimeSpan", "c"),
        new TextFormCodec<DateOnly>("DateOnly", "O"),
        new TextFormCodec<TimeOnly>("TimeOnly", "O"),
        new DateTimeCodec(),
        new DateTimeOffsetCodec(),
        new WorldIdCodec(),
        new ProcIdCodec(),
        new ActorIdCodec(),
        new PortIdCodec(),
        new GangIdCodec(),
        new ReferenceCodec(),
        new ConvertedCodec<ChannelAddress?, string?>(
            "ChannelAddress", static a => a?.ToString(), static t => t is null ? null : ChannelAddress.Parse(t)),
    ];

    internal static MessageCodec<T>? Find<T>()
    {
        foreach (var codec in All)
        {
            if (codec is MessageCodec<T> found)
            {
                return found;
            }
        }

        return null;
    }
}
