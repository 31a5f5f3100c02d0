namespace Hyperactor.Data;

/// <summary>The types that every process knows without registration.</summary>
internal static class BuiltInCodecs
{
    private static readonly MessageCodec[] All =
    [
        new UnitCodec(),
        new StringCodec(),
        new UnmanagedCodec<bool>("bool"),
        new UnmanagedCodec<char>("char"),
        new UnmanagedCodec<sbyte>("sbyte"),
        new UnmanagedCodec<byte>("byte"),
        new UnmanagedCodec<short>("short"),
        new UnmanagedCodec<ushort>("ushort"),
        new UnmanagedCodec<int>("int"),
        new UnmanagedCodec<uint>("uint"),
        new UnmanagedCodec<long>("long"),
        new UnmanagedCodec<ulong>("ulong"),
        new UnmanagedCodec<Int128>("Int128"),
        new UnmanagedCodec<UInt128>("UInt128"),
        new UnmanagedCodec<Half>("Half"),
        new UnmanagedCodec<float>("float"),
        new UnmanagedCodec<double>("double"),
        new UnmanagedCodec<decimal>("decimal"),
        new UnmanagedCodec<Guid>("Guid"),
        new UnmanagedCodec<TimeSpan>("TimeSpan"),
        new UnmanagedCodec<DateTime>("DateTime"),
        new UnmanagedCodec<DateTimeOffset>("DateTimeOffset"),
        new WorldIdCodec(),
        new ProcIdCodec(),
        new ActorIdCodec(),
        new PortIdCodec(),
        new GangIdCodec(),
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
