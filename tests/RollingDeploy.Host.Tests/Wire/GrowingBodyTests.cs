using RollingDeploy.Core.Kernel;
using RollingDeploy.Host.Wire.Bodies;

namespace RollingDeploy.Host.Tests.Wire;

public sealed class GrowingBodyTests
{
    private const int Mebibyte = 1024 * 1024;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1000)]
    [InlineData(10, 4096)]
    [InlineData(5, 300_000)]
    public void Add_InPieces_KeepsThemAll(int pieces, int length)
    {
        using var body = new GrowingBody(16 * Mebibyte, null);

        for (var piece = 0; piece < pieces; piece++)
        {
            body.Add(Enumerable.Repeat((byte)piece, length).ToArray());
        }

        body.ToArray().Should().Equal(Enumerable.Range(0, pieces).SelectMany(piece => Enumerable.Repeat((byte)piece, length)));
    }

    [Fact]
    public void ToArray_OfNothing_IsEmpty()
    {
        using var body = new GrowingBody(10, null);

        body.ToArray().Should().BeEmpty();
    }

    [Fact]
    public void Add_OfOneByte_TakesLittleMemory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        using var body = new GrowingBody(16 * Mebibyte, null);
        body.Add([1]);

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(10_000);
    }

    [Fact]
    public void Add_BeyondTheLimit_IsRefused()
    {
        using var body = new GrowingBody(10, null);
        body.Add(new byte[10]);

        var add = () => body.Add([1]);

        add.Should().Throw<TooLongException>();
    }

    /// <summary>Of sixteen megabytes of lists, 250,001 bytes are enough to refuse them.</summary>
    [Fact]
    public void Add_OfTooManyParts_IsRefusedAsSoonAsTheyAreThere()
    {
        using var body = new GrowingBody(16 * Mebibyte, new JsonParts());
        var lists = new byte[125_000];
        Array.Fill(lists, (byte)'[');
        body.Add(lists);
        body.Add(lists);

        var add = () => body.Add("["u8);

        add.Should().Throw<AwsError>().WithMessage("The request body has more than 250000 structures, lists, names and texts.");
    }

    [Fact]
    public void Add_OfFewPartsInManyBytes_IsTaken()
    {
        using var body = new GrowingBody(16 * Mebibyte, new FormParts());
        body.Add("a=b&"u8);

        for (var times = 0; times < 15; times++)
        {
            body.Add(new byte[Mebibyte]);
        }

        body.ToArray().Should().HaveCount((15 * Mebibyte) + 4);
    }
}
