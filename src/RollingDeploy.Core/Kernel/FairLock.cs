namespace RollingDeploy.Core.Kernel;

/// <summary>
/// A lock that is handed over in order of arrival. A plain monitor lets the thread that has just left barge in again, so a
/// long advance that works in slices would starve every reader; here a reader waits for one slice at most.
/// </summary>
public sealed class FairLock
{
    private readonly Lock _gate = new();
    private readonly Queue<ManualResetEventSlim> _waiting = new();
    private bool _taken;
    private long _turns;

    /// <summary>The number of times that the lock was entered.</summary>
    public long Turns => Volatile.Read(ref _turns);

    /// <summary>Waits for its turn; dispose what it returns to leave.</summary>
    public Turn Enter()
    {
        ManualResetEventSlim mine;
        lock (_gate)
        {
            Volatile.Write(ref _turns, _turns + 1);
            if (!_taken)
            {
                _taken = true;
                return new Turn(this);
            }

            mine = new ManualResetEventSlim();
            _waiting.Enqueue(mine);
        }

        mine.Wait();
        return new Turn(this);
    }

    private void Leave()
    {
        lock (_gate)
        {
            // Handed straight to the one that waited longest: nobody who comes later can take it in between.
            if (_waiting.TryDequeue(out var next))
            {
                next.Set();
            }
            else
            {
                _taken = false;
            }
        }
    }

    /// <summary>The time between entering and leaving.</summary>
    public readonly struct Turn : IDisposable
    {
        private readonly FairLock _owner;

        internal Turn(FairLock owner) => _owner = owner;

        /// <summary>Leaves, and wakes the next in order.</summary>
        public void Dispose() => _owner.Leave();
    }
}
