using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace RollingDeploy.Storage;

/// <summary>
/// Checks what a state file is before SQLite opens it, because SQLite changes a file as soon as it is written to.
/// </summary>
internal static class StateFile
{
    /// <summary>The number in the header of SQLite that marks a file as ours: "RDst".</summary>
    public const int ApplicationId = 0x52447374;

    /// <summary>The format of this version.</summary>
    public const int Format = 1;

    // https://www.sqlite.org/fileformat.html#the_database_header
    private const int HeaderLength = 100;
    private const int FormatOffset = 60;
    private const int ApplicationIdOffset = 68;
    private const int PageSizeOffset = 16;
    private const int PageCountOffset = 28;

    /// <summary>Returns whether the file exists and has state. An empty file counts as one that does not exist.</summary>
    /// <exception cref="StateStoreException">The file is not a state file that this version can read.</exception>
    public static bool Exists(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        Span<byte> header = stackalloc byte[HeaderLength];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var read = file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
        if (read == 0)
        {
            return false;
        }

        Require(path, header[..read]);

        // While there is a write-ahead log, the file itself may be shorter.
        var length = PageSize(header) * BinaryPrimitives.ReadUInt32BigEndian(header[PageCountOffset..]);
        return file.Length >= length || HasLog(path) ? true : throw new StateStoreException(
            $"{path} was cut short: it has {Number(file.Length)} bytes instead of {Number(length)}. Use a copy of it, or another file.");
    }

    /// <summary>Checks the pages of a file, without the changes in its log, and without making files beside it.</summary>
    /// <exception cref="StateStoreException">The file is damaged.</exception>
    /// <exception cref="SqliteException">The file cannot be read.</exception>
    public static void RequireSound(string path)
    {
        // With a log, some pages of the file itself may be older than others. SQLite checks the pages of a log by itself.
        if (HasLog(path))
        {
            return;
        }

        using var connection = new SqliteConnection($"Data Source={new Uri(path).AbsoluteUri}?immutable=1;Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var check = connection.CreateCommand();
        check.CommandText = "PRAGMA quick_check(1)";
        if (check.ExecuteScalar() is not "ok")
        {
            throw StateErrors.Damaged(path);
        }
    }

    private static void Require(string path, ReadOnlySpan<byte> header)
    {
        if (!header.StartsWith("SQLite format 3\0"u8) || header.Length < HeaderLength
            || BinaryPrimitives.ReadInt32BigEndian(header[ApplicationIdOffset..]) != ApplicationId)
        {
            throw new StateStoreException($"{path} is not a state file of RollingDeploy. Use another file.");
        }

        var format = BinaryPrimitives.ReadInt32BigEndian(header[FormatOffset..]);
        if (format > Format)
        {
            throw new StateStoreException(
                $"{path} has the format {format} of a newer version; this version reads the format {Format}. Use the newer version, or another file.");
        }
    }

    // The header has 1 for 65,536 bytes, which two bytes cannot hold.
    private static long PageSize(ReadOnlySpan<byte> header) =>
        BinaryPrimitives.ReadUInt16BigEndian(header[PageSizeOffset..]) is var size && size == 1 ? 65_536 : size;

    private static bool HasLog(string path) => new FileInfo($"{path}-wal") is { Exists: true, Length: > 0 };

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
