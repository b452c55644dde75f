namespace RollingDeploy.Core.Kernel;

/// <summary>
/// A lock that threads enter in the order in which they arrive. With a monitor, the thread that has just left the lock can enter
/// it again before others, so a long advance in slices would block all readers. With this lock, a reader waits for one slice at
/// most.
/// </summary>
public sealed class FairLock
{
    private readonly Lock _gate = new();
    private readonly Queue<ManualResetEventSlim> _waiting = new();
    private bool _taken;
    private long _turns;

    /// <summary>The number of times that the lock was entered.</summary>
    public long Turns => Volatile.Read(ref _turns);

    /// <summary>Waits until the lock is free and enters it. Dispose the result to leave the lock.</summary>
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
            // The lock is passed to the thread that has waited longest, so that no later thread can enter in between.
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

    /// <summary>The time during which a thread holds the lock.</summary>
    public readonly struct Turn : IDisposable
    {
        private readonly FairLock _owner;

        internal Turn(FairLock owner) => _owner = owner;

        /// <summary>Leaves the lock, and wakes the next thread.</summary>
        public void Dispose() => _owner.Leave();
    }
}
