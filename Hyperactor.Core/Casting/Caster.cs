using Hyperactor.Actors;
using Hyperactor.Messages;
using Hyperactor.Telemetry;

namespace Hyperactor.Casting;

/// <summary>The sending end of casts: the sender is the node above all ranks, and hands on to the first of each part.</summary>
internal static class Caster
{
    /// <summary>Sends a message to every member.</summary>
    internal static void Cast<TMessage>(
        GangId gang, int size, ICanCall from, TMessage message, CastOptions? options)
    {
        var instance = Instance.Of(from);
        var plan = new Plan(gang, size, options, instance.Host.Config);
        plan.Send(instance, Seal(EnvelopeKind.Message, instance, plan, message, []));
    }

    /// <summary>Calls every member and combines the replies.</summary>
    internal static ValueTask<CastResult<TReply>> CallAsync<TMessage, TReply, TReducer>(
        GangId gang, int size, ICanCall from, TMessage message, CastOptions? options, CancellationToken cancellation)
        where TReducer : IReducer<TReply>
    {
        var reduction = new Reduction<TReply>(gang, size, from, ReducerOf<TReply, TReducer>(), options, cancellation);
        return reduction.Send(() => Seal(
            EnvelopeKind.Call, reduction.Asker, reduction.Plan, message, [new(reduction.First, reduction.ReducerUri)]));
    }

    /// <summary>Casts a message around a port and combines what is sent there.</summary>
    internal static ValueTask<CastResult<TReply>> ReduceAsync<TMessage, TReply, TReducer>(
        GangId gang,
        int size,
        ICanCall from,
        Func<PortRef<TReply>, TMessage> make,
        CastOptions? options,
        CancellationToken cancellation)
        where TReducer : IReducer<TReply>
    {
        var reduction = new Reduction<TReply>(gang, size, from, ReducerOf<TReply, TReducer>(), options, cancellation);
        return reduction.Send(() =>
        {
            var message = make(new(reduction.First, reduction.ReducerUri));
            var envelope = Seal(EnvelopeKind.Message, reduction.Asker, reduction.Plan, message, []);
            return envelope.Ports.Any(p => p.Port == reduction.First)
                ? envelope
                : throw new ArgumentException(
                    $"{typeof(TMessage).Name} does not carry the port beside its body; mark the member [Include] and "
                    + "the type [Bind, Unbind].",
                    nameof(make));
        });
    }

    private static Envelope Seal<TMessage>(
        EnvelopeKind kind, Instance sender, Plan plan, TMessage message, List<PortEntry> ports)
    {
        var body = Payload.WriteBody(message, ports);
        var hash = MessageType<TMessage>.Codec.TypeHash;
        var head = MessageHead.Travelling(sender.TraceAtHand, plan.Headers);
        return new(kind, sender.Id, plan.Gang.Member(0).Port(hash), hash, ports, body)
        {
            Headers = head?.Headers ?? Attrs.Empty,
            Trace = head?.Trace,
        };
    }

    private static Reducer ReducerOf<TReply, TReducer>()
        where TReducer : IReducer<TReply>
    {
        TypeCatalog.Register<Unit, UnitReducer>(UnitReducer.Uri);
        return TypeCatalog.FindReducer(typeof(TReducer)) ?? throw new UnknownMessageTypeException(
            $"{typeof(TReducer)} is not a registered reducer. Mark it [Named]; "
            + "if it is generic, also name this use of it in an [assembly: RegisterType(typeof(…))].");
    }

    /// <summary>Which parts a cast is cut into at its sender.</summary>
    private sealed class Plan
    {
        private readonly int _size;
        private readonly int _fanout;

        internal Plan(GangId gang, int size, CastOptions? options, Config config)
        {
            Gang = gang;
            _size = size;
            _fanout = options?.Fanout ?? config.Get(HyperactorSettings.Casting.Fanout);
            Deadline = options?.Deadline ?? config.Get(HyperactorSettings.Casting.Deadline);
            Headers = options?.Headers ?? Attrs.Empty;
            Parts = CastTree.Cut(new(0, size), _fanout);
        }

        internal GangId Gang { get; }

        internal RankRange[] Parts { get; }

        internal TimeSpan Deadline { get; }

        internal Attrs Headers { get; }

        /// <summary>Hands the cast to the first rank of each part; a slot, if one is given, is each part's own.</summary>
        internal void Send(Instance sender, Envelope envelope, PortId? slots = null)
        {
            RuntimeMetrics.CountSent(_size);
            RuntimeMetrics.CastFanout.Record(_size);
            for (var i = 0; i < Parts.Length; i++)
            {
                sender.Host.Post(CastRelay.Address(envelope, new(
                    Gang, _size, Parts[i].Low, Parts[i].High, _fanout, CastRelay.BelowMs(Deadline)))
                    with
                { Ports = CastRelay.Redirect(envelope.Ports, slots, i) });
            }
        }
    }

    /// <summary>A cast whose replies are waited for.</summary>
    private sealed class Reduction<TReply>
    {
        private readonly RootReduction<TReply> _port;
        private readonly CancellationToken _cancellation;

        internal Reduction(
            GangId gang, int size, ICanCall from, Reducer reducer, CastOptions? options, CancellationToken cancellation)
        {
            Asker = Instance.Of(from);
            Plan = new(gang, size, options, Asker.Host.Config);
            ReducerUri = reducer.Uri;
            _cancellation = cancellation;
            _port = new(Asker.Mailbox, gang, size, Plan.Parts, reducer);
            First = _port.Open(Plan.Deadline, Asker.Host.Time);
        }

        internal Plan Plan { get; }

        internal Instance Asker { get; }

        internal PortId First { get; }

        internal string ReducerUri { get; }

        /// <summary>Seals the message and sends it; if that throws, nothing is left open.</summary>
        internal ValueTask<CastResult<TReply>> Send(Func<Envelope> seal)
        {
            try
            {
                _cancellation.ThrowIfCancellationRequested();
                var envelope = seal();
                _port.Result.CancelWith(_cancellation);
                Plan.Send(Asker, envelope, First);
            }
            catch
            {
                _port.Close(new(DeliveryFailureKind.NoSuchPort, "The cast was not sent."));
                throw;
            }

            return _port.Result.Task;
        }
    }
}
