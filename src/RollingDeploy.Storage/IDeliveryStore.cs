namespace RollingDeploy.Storage;

/// <summary>
/// Keeps how far each receiver of events has come in each account, and what still waits for it. It knows nothing of what is in
/// them. Its methods can be called by several threads.
/// </summary>
public interface IDeliveryStore
{
    /// <summary>Returns the places of all receivers.</summary>
    /// <exception cref="StateStoreException">They cannot be read.</exception>
    IReadOnlyList<StoredPlace> ReadPlaces();

    /// <summary>
    /// Keeps places, and drops what waited for the same receivers up to them. If the machine stops, the last places can be lost,
    /// and then those before them count.
    /// </summary>
    /// <exception cref="StateStoreException">They could not be kept.</exception>
    void PutPlaces(IReadOnlyCollection<StoredPlace> places);

    /// <summary>Returns what waits for a receiver, in order.</summary>
    /// <exception cref="StateStoreException">It cannot be read.</exception>
    IReadOnlyList<StoredPost> ReadWaiting(string receiver, string account);

    /// <summary>Keeps what waits for receivers, all of it or nothing.</summary>
    /// <exception cref="StateStoreException">It could not be kept.</exception>
    void PutWaiting(IReadOnlyCollection<StoredPost> posts);
}

/// <summary>How far a receiver has come: up to an event.</summary>
/// <param name="Receiver">The receiver.</param>
/// <param name="Account">The account of the events.</param>
/// <param name="Epoch">The epoch of the event.</param>
/// <param name="Sequence">The sequence number of the event; 0 before the first one.</param>
public sealed record StoredPlace(string Receiver, string Account, long Epoch, long Sequence);

/// <summary>What waits for a receiver.</summary>
/// <param name="Place">The event.</param>
/// <param name="Name">The name of its message.</param>
/// <param name="Body">The body of its message.</param>
public sealed record StoredPost(StoredPlace Place, string Name, byte[] Body);
