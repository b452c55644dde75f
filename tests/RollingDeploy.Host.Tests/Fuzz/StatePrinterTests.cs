namespace RollingDeploy.Host.Tests.Fuzz;

public sealed class StatePrinterTests
{
    [Fact]
    public void Lines_OfAnObject_ShowPrivateFieldsElementsAndCycles()
    {
        var lines = StatePrinter.Lines(new Box(3) { Items = { ["a"] = 1 } });

        lines.Should().Equal(
            "._secret = 3", ".<Items>k__BackingField.[0].key = a", ".<Items>k__BackingField.[0].value = 1",
            ".<Items>k__BackingField = 1", ".<Self>k__BackingField = -1");
    }

    [Fact]
    public void Hash_OfWhatWasOnlyRead_StaysTheSame()
    {
        var box = new Box(3) { Items = { ["a"] = 1 } };
        var before = StatePrinter.Hash(box);

        _ = box.Items.Keys.Count + box.Items.Values.Count;

        StatePrinter.Hash(box).Should().Be(before);
    }

    [Fact]
    public void Hash_OfWhatHasChanged_IsAnother()
    {
        var box = new Box(3) { Items = { ["a"] = 1 } };
        var before = StatePrinter.Hash(box);

        box.Items["a"] = 2;

        StatePrinter.Hash(box).Should().NotBe(before);
        StatePrinter.Hash(new Box(4)).Should().NotBe(StatePrinter.Hash(new Box(3)));
    }

    private sealed class Box
    {
        private readonly int _secret;

        public Box(int secret)
        {
            _secret = secret;
            Self = this;
        }

        public Dictionary<string, int> Items { get; } = [];

        public Box Self { get; }

        public override string ToString() => $"{_secret}";
    }
}
