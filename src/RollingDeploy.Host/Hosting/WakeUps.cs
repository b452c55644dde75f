namespace RollingDeploy.Host.Hosting;

/// <summary>
/// The worlds that are waiting, in a heap ordered by the machine time at which they are due. The pump takes them out.
/// </summary>
internal sealed class WakeUps
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<WorldSession, DateTimeOffset> _heap = new();
    private readonly Dictionary<WorldSession, DateTimeOffset> _expected = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>
    /// Stores the time at which <paramref name="session"/> is next due. It replaces the time of an earlier call.
    /// </summary>
    public void Expect(WorldSession session)
    {
        lock (session.Waking)
        {
            Note(session, session.NextWake());
        }
    }

    private void Note(WorldSession session, DateTimeOffset? due)
    {
        lock (_lock)
        {
            if (due is null)
            {
                _expected.Remove(session);
                return;
            }

            if (_expected.TryGetValue(session, out var already) && already == due)
            {
                return;
            }

            _expected[session] = due.Value;
            _heap.Enqueue(session, due.Value);
            if (_heap.Peek() == session)
            {
                _changed.TrySetResult();
            }
        }
    }

    /// <summary>Takes one world that is due at <paramref name="wall"/>. Entries that were replaced are ignored.</summary>
    public bool TryTake(DateTimeOffset wall, out WorldSession session)
    {
        lock (_lock)
        {
            while (_heap.TryPeek(out session!, out var due) && (due <= wall || !IsExpected(session, due)))
            {
                _heap.Dequeue();
                if (IsExpected(session, due))
                {
                    _expected.Remove(session);
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Returns when the next world is due, and a task that completes if another world becomes due earlier.</summary>
    public (DateTimeOffset? Due, Task Changed) Next()
    {
        lock (_lock)
        {
            if (_changed.Task.IsCompleted)
            {
                _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            return (_heap.TryPeek(out _, out var due) ? due : null, _changed.Task);
        }
    }

    private bool IsExpected(WorldSession session, DateTimeOffset due) => _expected.TryGetValue(session, out var at) && at == due;
}
