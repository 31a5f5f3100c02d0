using CsCheck;
using Hyperactor.Checkpoints;
using Hyperactor.Data;

namespace Hyperactor.Tests.Checkpoints;

public sealed class CheckpointFilesTests
{
    private DirectoryInfo _directory = null!;

    private string Place => Path.Combine(_directory.FullName, "made", "when needed");

    private CheckpointFiles<Totals> Files => new(Place);

    [SetUp]
    public void SetUp() => _directory = Directory.CreateTempSubdirectory("checkpoints-");

    [TearDown]
    public void TearDown() => _directory.Delete(recursive: true);

    [Test]
    public async Task Where_nothing_was_saved_nothing_is_found()
    {
        var load = await Files.LoadLatestAsync();
        Assert.That((load.Latest, load.Skipped.Count), Is.EqualTo(((Checkpoint<Totals>?)null, 0)));
    }

    [Test]
    public async Task The_greatest_number_is_the_latest_whatever_the_order_of_saving()
    {
        var files = Files;
        foreach (var sequence in new ulong[] { 9, 10, 2, ulong.MaxValue, 11 })
        {
            await files.SaveAsync(sequence, new(sequence.ToString(null, null), [(long)sequence]));
        }

        var load = await Files.LoadLatestAsync();
        Assert.Multiple(() =>
        {
            Assert.That(load.Latest!.Sequence, Is.EqualTo(ulong.MaxValue));
            Assert.That(load.Latest.State.Name, Is.EqualTo("18446744073709551615"));
            Assert.That(load.Skipped, Is.Empty);
        });
    }

    [Test]
    public async Task Saving_a_number_again_replaces_it()
    {
        await Files.SaveAsync(1, new("first", []));
        await Files.SaveAsync(1, new("second", []));
        Assert.That((await Files.LoadLatestAsync()).Latest!.State.Name, Is.EqualTo("second"));
        Assert.That(Directory.GetFiles(Place), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Older_ones_than_are_to_be_kept_are_removed_and_newer_ones_are_not()
    {
        var files = new CheckpointFiles<Totals>(Place, new() { Keep = 2 });
        foreach (var sequence in new ulong[] { 1, 2, 3, 9, 4 })
        {
            await files.SaveAsync(sequence, new("", []));
        }

        Assert.That(Names(), Is.EqualTo(new[] { Name(3), Name(4), Name(9) }));
    }

    [Test]
    public async Task A_good_one_is_not_removed_for_newer_ones_that_are_corrupt()
    {
        var files = new CheckpointFiles<Totals>(Place, new() { Keep = 1 });
        await files.SaveAsync(5, new("corrupt", []));
        await File.WriteAllTextAsync(Path.Combine(Place, Name(5)), "nonsense");
        await files.SaveAsync(4, new("good", []));
        var load = await files.LoadLatestAsync();
        Assert.Multiple(() =>
        {
            Assert.That(load.Latest, Is.EqualTo(new Checkpoint<Totals>(4, load.Latest!.State)));
            Assert.That(load.Latest.State.Name, Is.EqualTo("good"));
            Assert.That(load.Skipped.Single().Path, Is.EqualTo(Path.Combine(Place, Name(5))));
        });
    }

    [Test]
    public async Task A_file_that_is_cut_anywhere_is_passed_over()
    {
        var latest = await SaveTwoAsync();
        var whole = await File.ReadAllBytesAsync(latest);
        for (var length = 0; length < whole.Length; length++)
        {
            await File.WriteAllBytesAsync(latest, whole[..length]);
            var load = await Files.LoadLatestAsync();
            Assert.That(load.Latest!.Sequence, Is.EqualTo(1UL), $"{length} bytes");
            Assert.That(load.Skipped.Single().Reason, Does.StartWith("it is torn: "), $"{length} bytes");
        }
    }

    [Test]
    public async Task A_file_that_has_grown_is_passed_over()
    {
        var latest = await SaveTwoAsync();
        await File.AppendAllTextAsync(latest, "x");
        var load = await Files.LoadLatestAsync();
        Assert.That((load.Latest!.Sequence, load.Skipped.Single().Reason[..10]), Is.EqualTo((1UL, "it is torn")));
    }

    [Test]
    public async Task A_file_with_any_bit_flipped_is_passed_over()
    {
        var latest = await SaveTwoAsync();
        var whole = await File.ReadAllBytesAsync(latest);
        for (var bit = 0; bit < whole.Length * 8; bit++)
        {
            var flipped = (byte[])whole.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            await File.WriteAllBytesAsync(latest, flipped);
            var load = await Files.LoadLatestAsync();
            Assert.That(load.Latest!.Sequence, Is.EqualTo(1UL), $"bit {bit}");
            Assert.That(load.Skipped.Single().Path, Is.EqualTo(latest), $"bit {bit}");
        }
    }

    [Test]
    public void Any_bytes_at_all_are_only_passed_over() => Gen.Byte.Array[0, 100].Sample(bytes =>
        CheckpointFormat.Read(bytes, 1, out var content) is { Length: > 0 } && content == default);

    [Test]
    public async Task A_file_under_another_number_is_passed_over()
    {
        var latest = await SaveTwoAsync();
        File.Move(latest, Path.Combine(Place, Name(7)));
        var load = await Files.LoadLatestAsync();
        Assert.That(load.Latest!.Sequence, Is.EqualTo(1UL));
        Assert.That(load.Skipped.Single().Reason, Is.EqualTo("it is checkpoint 2 under the name of 7"));
    }

    [Test]
    public async Task If_all_are_corrupt_none_is_found_and_each_has_its_reason()
    {
        await SaveTwoAsync();
        foreach (var file in Directory.GetFiles(Place))
        {
            await File.WriteAllTextAsync(file, new string('x', 100));
        }

        var load = await Files.LoadLatestAsync();
        Assert.That(load.Latest, Is.Null);
        Assert.That(load.Skipped.Select(s => s.Reason), Has.Exactly(2).StartsWith("it is no checkpoint"));
    }

    [Test]
    public async Task Another_type_is_an_error_that_names_both()
    {
        await Files.SaveAsync(1, new("", []));
        var error = await Assert.ThrowsAsync<CheckpointException>(
            () => new CheckpointFiles<OtherTotals>(Place).LoadLatestAsync());
        Assert.Multiple(() =>
        {
            Assert.That(error!.Sequence, Is.EqualTo(1UL));
            Assert.That(error.Message, Does.Contain(MessageType<Totals>.Codec.TypeUri + ", ")
                .And.Contains(MessageType<OtherTotals>.Codec.TypeUri));
        });
    }

    [Test]
    public async Task A_whole_file_whose_state_cannot_be_read_is_an_error()
    {
        Directory.CreateDirectory(Place);
        await File.WriteAllBytesAsync(
            Path.Combine(Place, Name(3)), CheckpointFormat.Write(MessageType<Totals>.Codec, 3, [7, 7, 7]));
        var error = await Assert.ThrowsAsync<CheckpointException>(() => Files.LoadLatestAsync());
        Assert.That(error!.Sequence, Is.EqualTo(3UL));
        Assert.That(error.InnerException, Is.TypeOf<MessageFormatException>());
    }

    [Test]
    public async Task Files_that_are_no_checkpoints_are_left_alone()
    {
        await SaveTwoAsync();
        string[] others = ["notes.txt", "12.checkpoint", "x0000000000000000009.checkpoint", $"{Name(9)}.old"];
        foreach (var other in others)
        {
            await File.WriteAllTextAsync(Path.Combine(Place, other), "mine");
        }

        await Files.SaveAsync(3, new("", []));
        var load = await Files.LoadLatestAsync();
        Assert.Multiple(() =>
        {
            Assert.That((load.Latest!.Sequence, load.Skipped.Count), Is.EqualTo((3UL, 0)));
            Assert.That(Names(), Is.SupersetOf(others));
        });
    }

    [Test]
    public async Task What_others_have_left_half_written_is_ignored_and_removed_by_the_next_save()
    {
        await SaveTwoAsync();
        var leftover = Path.Combine(Place, $"{Name(3)}.1-abc.tmp");
        await File.WriteAllTextAsync(leftover, "half");
        Assert.That((await Files.LoadLatestAsync()).Latest!.Sequence, Is.EqualTo(2UL));
        Assert.That(File.Exists(leftover), Is.True, "loading changes nothing");
        await Files.SaveAsync(3, new("", []));
        Assert.That(File.Exists(leftover), Is.False);
    }

    [Test]
    public async Task What_somebody_writes_right_now_is_left_alone()
    {
        var busy = Path.Combine(Place, $"{Name(3)}.1-abc.tmp");
        await SaveTwoAsync();
        using (File.OpenHandle(busy, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete))
        {
            await Files.SaveAsync(4, new("", []));
            Assert.That(File.Exists(busy), Is.True);
        }

        await Files.SaveAsync(5, new("", []));
        Assert.That(File.Exists(busy), Is.False);
    }

    [Test]
    public async Task Many_may_save_and_load_at_once()
    {
        var files = Files;
        var work = Enumerable.Range(1, 40).Select(async i =>
        {
            await files.SaveAsync((ulong)i, new($"{i}", [i]));
            return await files.LoadLatestAsync();
        });
        foreach (var load in await Task.WhenAll(work).Soon())
        {
            Assert.That(load.Latest!.State.Name, Is.EqualTo($"{load.Latest.Sequence}"));
            Assert.That(load.Skipped, Is.Empty);
        }

        Assert.That(Directory.GetFiles(Place, "*.tmp"), Is.Empty);
    }

    [Test]
    public async Task The_state_may_change_as_soon_as_saving_has_begun()
    {
        long[] values = [1, 2, 3];
        var saving = Files.SaveAsync(1, new("", values));
        values[0] = 100;
        await saving;
        Assert.That((await Files.LoadLatestAsync()).Latest!.State.Values, Is.EqualTo(new[] { 1, 2, 3 }));
    }

    [Test]
    public async Task A_place_that_cannot_be_written_is_an_error_of_saving()
    {
        await File.WriteAllTextAsync(Path.Combine(_directory.FullName, "made"), "a file");
        var error = await Assert.ThrowsAsync<CheckpointException>(() => Files.SaveAsync(1, new("", [])));
        Assert.That(error!.Message, Does.StartWith("The checkpoint was not saved: "));
        Assert.That((error.Sequence, error.InnerException), Is.EqualTo(((ulong?)null, error.InnerException)));
        Assert.That(error.InnerException, Is.InstanceOf<IOException>());
    }

    [Test]
    public async Task A_file_that_cannot_be_read_is_an_error_and_not_passed_over()
    {
        var latest = await SaveTwoAsync();
        File.Delete(latest);
        File.CreateSymbolicLink(latest, latest);
        var error = await Assert.ThrowsAsync<CheckpointException>(() => Files.LoadLatestAsync());
        Assert.That(error!.Sequence, Is.EqualTo(2UL));
    }

    [Test]
    public async Task A_state_beyond_the_limit_is_refused_both_ways()
    {
        var small = new CheckpointFiles<Totals>(Place, new() { FileBytesMax = 200 });
        var big = new Totals("", new long[100]);
        var saving = await Assert.ThrowsAsync<CheckpointException>(() => small.SaveAsync(1, big));
        await Files.SaveAsync(2, big);
        var loading = await Assert.ThrowsAsync<CheckpointException>(() => small.LoadLatestAsync());
        Assert.Multiple(() =>
        {
            Assert.That(saving!.Message, Does.Contain("are more than CheckpointOptions.FileBytesMax, 200"));
            Assert.That(loading!.Message, Does.Contain("are more than CheckpointOptions.FileBytesMax, 200"));
        });
    }

    [Test]
    public void Options_that_make_no_sense_are_refused() => Assert.Multiple(() =>
    {
        Assert.That(
            () => new CheckpointFiles<Totals>(Place, new() { Keep = 0 }), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(
            () => new CheckpointFiles<Totals>(Place, new() { FileBytesMax = 40 }),
            Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new CheckpointFiles<Totals>(""), Throws.ArgumentException);
        Assert.That(
            () => new CheckpointFiles<CheckpointFilesTests>(Place),
            Throws.TypeOf<UnknownMessageTypeException>());
    });

    [Test]
    public async Task Who_gives_up_waiting_has_written_nothing()
    {
        var files = Files;
        await Assert.ThrowsAsync<TaskCanceledException>(
            () => files.SaveAsync(1, new("", []), new CancellationToken(canceled: true)));
        Assert.That(Directory.Exists(Place), Is.False);
        await files.SaveAsync(1, new("", []));
    }

    [Test]
    public void Any_state_comes_back_as_it_was() => Gen.Select(Gen.String, Gen.Long.Array, Gen.ULong).Sample(
        (name, values, sequence) =>
        {
            var state = Payload.Write(new Totals(name, values), null);
            var file = CheckpointFormat.Write(MessageType<Totals>.Codec, sequence, state);
            var wrong = CheckpointFormat.Read(file, sequence, out var content);
            return wrong is null && Payload.Read<Totals>(content.State, []).Values.SequenceEqual(values);
        });

    /// <summary>Saves numbers 1 and 2.</summary>
    /// <returns>The file of 2.</returns>
    private async Task<string> SaveTwoAsync()
    {
        await Files.SaveAsync(1, new("one", [1]));
        await Files.SaveAsync(2, new("two", [2]));
        return Path.Combine(Place, Name(2));
    }

    private static string Name(int sequence) => $"{sequence:D20}.checkpoint";

    private string[] Names() =>
        [.. Directory.GetFiles(Place).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];
}

/// <summary>A state.</summary>
[Named]
public sealed partial record Totals(string Name, long[] Values);

/// <summary>Another state, of the same shape.</summary>
[Named]
public sealed partial record OtherTotals(string Name, long[] Values);
