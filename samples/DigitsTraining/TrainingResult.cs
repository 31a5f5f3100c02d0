using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace DigitsTraining;

/// <summary>What came of the training.</summary>
/// <param name="Weights">The weights.</param>
/// <param name="HeldOut">How good they are on the rows that are held out.</param>
/// <param name="Procs">How many trainers there were.</param>
/// <param name="Epochs">How many steps were taken.</param>
/// <param name="Casts">How many messages were cast.</param>
/// <param name="Deliveries">How many trainers received and answered them, all casts together.</param>
/// <param name="Elapsed">How long it took, from the launch to the end of the last process.</param>
internal sealed record TrainingResult(
    double[] Weights, Score HeldOut, int Procs, int Epochs, int Casts, int Deliveries, TimeSpan Elapsed)
{
    private const int FingerprintBytes = 8;

    /// <summary>The beginning of the SHA-256 of the weights: equal if and only if they are equal bit for bit.</summary>
    internal string Fingerprint
    {
        get
        {
            var bytes = new byte[Weights.Length * sizeof(double)];
            for (var w = 0; w < Weights.Length; w++)
            {
                BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(w * sizeof(double)), Weights[w]);
            }

            return Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, FingerprintBytes));
        }
    }

    /// <summary>The line that scripts read.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"accuracy={HeldOut.Accuracy:F4} loss={HeldOut.Loss:F4} procs={Procs} epochs={Epochs} casts={Casts} "
        + $"deliveries={Deliveries} seconds={Elapsed.TotalSeconds:F2}");
}
