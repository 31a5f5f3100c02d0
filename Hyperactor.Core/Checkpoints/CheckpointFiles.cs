using System.Globalization;

namespace Hyperactor.Checkpoints;

/// <summary>
/// A directory of checkpoints of one type of state, a file for each. A file is there as a whole or not at all, so that
/// whatever kills the process, the latest checkpoint that was saved can be loaded. All members may be used from any
/// thread; saving and loading over one instance happen one after the other.
/// </summary>
/// <remarks>
/// One writer for each directory: two that save the same number replace one another's files, and each removes what it
/// takes to be old. On Windows the name of a new file is not flushed, so that a loss of power may take it back.
/// </remarks>
/// <typeparam name="TState">The state: a type with a codec.</typeparam>
public sealed class CheckpointFiles<TState>
{
    private const string LimitName = $"{nameof(CheckpointOptions)}.{nameof(CheckpointOptions.FileBytesMax)}";

    private readonly CheckpointDirectory _directory;
    private readonly CheckpointOptions _options;
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Names the directory; nothing is read or written yet.</summary>
    /// <param name="directory">Its path; it is made when something is saved.</param>
    /// <param name="options">What is kept; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="UnknownMessageTypeException"><typeparamref name="TState"/> has no codec.</exception>
    public CheckpointFiles(string directory, CheckpointOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        _options = options ?? new();
        _options.Validate();
        _directory = new(directory);
        Codec = MessageType<TState>.Codec;
    }

    private MessageCodec<TState> Codec { get; }

    /// <summary>
    /// Writes a state to the disk, and removes older checkpoints than are to be kept. The state is encoded before this
    /// returns, so it may change at once.
    /// </summary>
    /// <param name="sequence">Its number. The greatest is the latest; saving a number again replaces it.</param>
    /// <param name="state">The state.</param>
    /// <param name="cancellation">Ends the wait for one's turn; what is being written is written to the end.</param>
    /// <exception cref="CheckpointException">
    /// It was not saved, and what was there before still is; or it was, and older files cannot be removed: the message
    /// says which.
    /// </exception>
    /// <exception cref="OperationCanceledException">Nothing was written.</exception>
    public async Task SaveAsync(ulong sequence, TState state, CancellationToken cancellation = default)
    {
        var bytes = Encode(sequence, state);
        await _turn.WaitAsync(cancellation);
        try
        {
            // Waiting for the disk blocks; it shall not block an actor's turn.
            await Task.Run(() => Write(sequence, bytes), CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CheckpointException.Save(e);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Saves the state of something.</summary>
    /// <param name="sequence">As for <see cref="SaveAsync"/>.</param>
    /// <param name="source">What is asked for its state.</param>
    /// <param name="cancellation">Handed on.</param>
    /// <exception cref="CheckpointException">Its state could not be had, or not be saved.</exception>
    /// <exception cref="OperationCanceledException">Nothing was written.</exception>
    public async Task SaveFromAsync<TSelf>(
        ulong sequence, ICheckpointable<TSelf, TState> source, CancellationToken cancellation = default)
        where TSelf : ICheckpointable<TSelf, TState>
    {
        ArgumentNullException.ThrowIfNull(source);
        TState state;
        try
        {
            state = await source.SaveAsync(cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw CheckpointException.Save(e);
        }

        await SaveAsync(sequence, state, cancellation);
    }

    /// <summary>Loads the newest checkpoint that is whole.</summary>
    /// <param name="cancellation">Checked before each file.</param>
    /// <returns>
    /// The checkpoint, or null if there is none; and the newer files that were passed over, with the reason.
    /// </returns>
    /// <exception cref="CheckpointException">
    /// It cannot be read, is too big, or is whole but of another type, or its bytes are not such a state: older ones
    /// are not looked at, because what follows then is for people to decide.
    /// </exception>
    public async Task<CheckpointLoad<TState>> LoadLatestAsync(CancellationToken cancellation = default)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => Read(cancellation), cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Makes something anew from the newest checkpoint that is whole.</summary>
    /// <param name="cancellation">Handed on.</param>
    /// <exception cref="CheckpointException">
    /// As for <see cref="LoadLatestAsync"/>, or the class refused the state.
    /// </exception>
    public async Task<CheckpointLoad<TSelf>> LoadLatestAsync<TSelf>(CancellationToken cancellation = default)
        where TSelf : ICheckpointable<TSelf, TState>
    {
        var (latest, skipped) = await LoadLatestAsync(cancellation);
        if (latest is null)
        {
            return new(null, skipped);
        }

        try
        {
            return new(new(latest.Sequence, await TSelf.LoadAsync(latest.State, cancellation)), skipped);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw CheckpointException.Load(latest.Sequence, e);
        }
    }

    private byte[] Encode(ulong sequence, TState state)
    {
        byte[] bytes;
        try
        {
            bytes = CheckpointFormat.Write(Codec, sequence, Payload.Write(state, ports: null));
        }
        catch (Exception e)
        {
            throw CheckpointException.Save(e);
        }

        return bytes.Length <= _options.FileBytesMax
            ? bytes
            : throw CheckpointException.Save(new InvalidOperationException(TooBig(bytes.Length)));
    }

    private void Write(ulong sequence, byte[] bytes)
    {
        _directory.Write(sequence, bytes);
        try
        {
            _directory.RemoveOlder(sequence, _options.Keep);
            _directory.RemoveLeftovers();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CheckpointException.OfRemoval(e);
        }
    }

    private CheckpointLoad<TState> Read(CancellationToken cancellation)
    {
        List<SkippedCheckpoint> skipped = [];
        foreach (var sequence in Sequences())
        {
            cancellation.ThrowIfCancellationRequested();
            var wrong = CheckpointFormat.Read(ReadFile(sequence), sequence, out var content);
            if (wrong is null)
            {
                return new(new(sequence, Decode(sequence, content)), skipped);
            }

            skipped.Add(new(_directory.FileOf(sequence), wrong));
        }

        return new(null, skipped);
    }

    private ulong[] Sequences()
    {
        try
        {
            return _directory.Sequences();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CheckpointException.OfListing(e);
        }
    }

    private byte[] ReadFile(ulong sequence)
    {
        var file = _directory.FileOf(sequence);
        try
        {
            var length = new FileInfo(file).Length;
            return length <= _options.FileBytesMax
                ? File.ReadAllBytes(file)
                : throw CheckpointException.OfLoad(sequence, TooBig(length));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CheckpointException.Load(sequence, e);
        }
    }

    private TState Decode(ulong sequence, CheckpointContent content)
    {
        if (content.TypeHash != Codec.TypeHash || content.TypeUri != Codec.TypeUri)
        {
            throw CheckpointException.OfLoad(
                sequence, $"it holds a {content.TypeUri}, and a {Codec.TypeUri} was asked for");
        }

        try
        {
            return Payload.Read<TState>(content.State, []);
        }
        catch (Exception e)
        {
            throw CheckpointException.Load(sequence, e);
        }
    }

    private string TooBig(long bytes) => string.Create(
        CultureInfo.InvariantCulture,
        $"{bytes} bytes are more than {LimitName}, {_options.FileBytesMax}");
}
