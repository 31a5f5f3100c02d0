using Hyperactor.Checkpoints;

namespace Hyperactor.Tests.Checkpoints;

/// <summary>An actor that saves its state in a handler and starts from it in another life.</summary>
public sealed class CheckpointableTests
{
    private DirectoryInfo _directory = null!;

    private CheckpointFiles<TallyState> Files => new(_directory.FullName);

    [SetUp]
    public void SetUp() => _directory = Directory.CreateTempSubdirectory("checkpoints-");

    [TearDown]
    public void TearDown() => _directory.Delete(recursive: true);

    [Test]
    public async Task An_actor_goes_on_where_the_last_checkpoint_was()
    {
        var files = Files;
        await using (var proc = Proc.Local())
        {
            await using var client = proc.Attach("client");
            var tally = proc.Spawn("tally", new Tally(default));
            tally.Add(client, 40);
            tally.Add(client, 2);
            Assert.That(await tally.CheckpointAsync(client, _directory.FullName), Is.EqualTo(2UL));
            tally.Add(client, 1000);
        }

        await using (var proc = Proc.Local())
        {
            await using var client = proc.Attach("client");
            var load = await files.LoadLatestAsync<Tally>();
            Assert.That(load.Latest!.Sequence, Is.EqualTo(2UL));
            var tally = proc.Spawn("tally", load.Latest.State);
            tally.Add(client, 1);
            Assert.That(await tally.TotalAsync(client), Is.EqualTo(43));
            Assert.That(await tally.CheckpointAsync(client, _directory.FullName), Is.EqualTo(3UL));
        }
    }

    [Test]
    public async Task Without_a_checkpoint_nothing_is_made() =>
        Assert.That((await Files.LoadLatestAsync<Tally>()).Latest, Is.Null);

    [Test]
    public async Task A_state_that_cannot_be_had_is_an_error_of_saving()
    {
        var error = await Assert.ThrowsAsync<CheckpointException>(
            () => Files.SaveFromAsync(1, new Tally(new(-1, 0))));
        Assert.Multiple(() =>
        {
            Assert.That(error!.Message, Is.EqualTo("The checkpoint was not saved: a negative tally"));
            Assert.That(error.InnerException, Is.TypeOf<InvalidOperationException>());
            Assert.That(error.Sequence, Is.Null);
        });
    }

    [Test]
    public async Task A_state_that_is_refused_is_an_error_of_loading_with_its_number()
    {
        await Files.SaveAsync(5, new(-1, 0));
        var error = await Assert.ThrowsAsync<CheckpointException>(() => Files.LoadLatestAsync<Tally>());
        Assert.Multiple(() =>
        {
            Assert.That(error!.Message, Is.EqualTo("Checkpoint 5 was not loaded: a negative tally"));
            Assert.That(error.Sequence, Is.EqualTo(5UL));
        });
    }

    [Test]
    public void Errors_can_be_made_by_whoever_keeps_states_elsewhere()
    {
        var cause = new TimeoutException("slow");
        Assert.Multiple(() =>
        {
            Assert.That(CheckpointException.Save(cause).InnerException, Is.SameAs(cause));
            Assert.That(CheckpointException.Load(7, cause).Sequence, Is.EqualTo(7UL));
            Assert.That(CheckpointException.Load(7, new Failures.HostileException()).Message, Does.Contain("threw"));
        });
    }
}

/// <summary>What of a tally is kept.</summary>
[Named]
public readonly partial record struct TallyState(long Total, ulong Handled);

/// <summary>Adds up, and keeps the sum.</summary>
public sealed partial class Tally(TallyState state) : Actor, ICheckpointable<Tally, TallyState>
{
    private TallyState _state = state;

    public ValueTask<TallyState> SaveAsync(CancellationToken cancellation = default) => new(Checked(_state));

    public static ValueTask<Tally> LoadAsync(TallyState state, CancellationToken cancellation = default) =>
        new(new Tally(Checked(state)));

    [Handler]
    private void Add(long amount) => _state = new(_state.Total + amount, _state.Handled + 1);

    [Handler]
    private ValueTask<long> Total() => new(_state.Total);

    [Handler]
    private async ValueTask<ulong> Checkpoint(string directory, CancellationToken stopping)
    {
        await new CheckpointFiles<TallyState>(directory).SaveFromAsync(_state.Handled, this, stopping);
        return _state.Handled;
    }

    private static TallyState Checked(TallyState state) => state.Total >= 0
        ? state
        : throw new InvalidOperationException("a negative tally");
}
