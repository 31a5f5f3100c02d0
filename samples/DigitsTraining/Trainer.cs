using Hyperactor;

namespace DigitsTraining;

/// <summary>Holds the rows of one rank and computes gradients on them. All trainers together are the gang.</summary>
/// <param name="options">What every trainer is created with.</param>
[Export(Spawn = true)]
internal sealed partial class Trainer(TrainerOptions options) : Actor
{
    private readonly SoftmaxModel _model = new(options.WeightDecay);
    private Digits? _shard;

    /// <summary>Takes the rows of this rank.</summary>
    /// <returns>The process that this trainer runs in.</returns>
    [Handler]
    private ValueTask<int> Load(ReadOnlyMemory<byte> pixels, ReadOnlyMemory<byte> labels)
    {
        _shard = new(pixels, labels);
        return new(Environment.ProcessId);
    }

    /// <summary>Replies with the gradient of this rank's rows.</summary>
    [Handler(Cast = true)]
    private void On(Context context, Step step)
    {
        var shard = _shard ?? throw new InvalidOperationException($"{context.Self} was given no rows.");
        step.Reply.Send(context, _model.Gradient(step.Weights.Span, shard));
    }
}
