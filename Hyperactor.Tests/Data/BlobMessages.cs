using Hyperactor;
using Hyperactor.Tests.Data;

[assembly: RegisterType(typeof(ReadOnlyMemory<byte>))]
[assembly: RegisterType(typeof(ReadOnlyMemory<bool>))]
[assembly: RegisterType(typeof(ReadOnlyMemory<float>))]
[assembly: RegisterType(typeof(ReadOnlyMemory<Guid>))]
[assembly: RegisterType(typeof(BlobMix))]

namespace Hyperactor.Tests.Data;

/// <summary>Large and small things in turn.</summary>
[Named("tests.BlobMix")]
public sealed partial record BlobMix(
    int Number,
    ReadOnlyMemory<byte> Bytes,
    string? Text,
    ReadOnlyMemory<float> Floats,
    List<ReadOnlyMemory<long>>? Runs,
    byte[]? Array,
    Serialized? Inner,
    ReadOnlyMemory<bool> Bits,
    BlobMix? Next);

/// <summary>The same layout in arrays, which are always copied.</summary>
[Named("tests.BlobMixInArrays")]
public sealed partial record BlobMixInArrays(
    int Number,
    byte[] Bytes,
    string? Text,
    float[] Floats,
    List<long[]>? Runs,
    byte[]? Array,
    Serialized? Inner,
    bool[] Bits,
    BlobMixInArrays? Next);
