using RollingDeploy.Core.Fleets;

namespace RollingDeploy.Core.Tests.Fleets;

public sealed class InstanceCatalogTests
{
    [Fact]
    public void Find_AnOrdinaryType_GivesItsSizeAndPrice()
    {
        var size = InstanceCatalog.Find("ml.m5.xlarge");

        size.Should().Be(new InstanceSize(4, 16, 0, 0.23));
    }

    [Theory]
    [InlineData("ml.t2.medium", 2, 4)]
    [InlineData("ml.t2.large", 2, 8)]
    [InlineData("ml.t2.2xlarge", 8, 32)]
    [InlineData("ml.m4.10xlarge", 40, 160)]
    [InlineData("ml.m5d.24xlarge", 96, 384)]
    [InlineData("ml.m6g.16xlarge", 64, 256)]
    [InlineData("ml.m6i.32xlarge", 128, 512)]
    [InlineData("ml.m7i.48xlarge", 192, 768)]
    [InlineData("ml.m8g.medium", 1, 4)]
    [InlineData("ml.c4.large", 2, 3.75)]
    [InlineData("ml.c4.8xlarge", 36, 60)]
    [InlineData("ml.c5.18xlarge", 72, 144)]
    [InlineData("ml.c5d.9xlarge", 36, 72)]
    [InlineData("ml.c6g.12xlarge", 48, 96)]
    [InlineData("ml.c6i.4xlarge", 16, 32)]
    [InlineData("ml.c7i.large", 2, 4)]
    [InlineData("ml.r5.12xlarge", 48, 384)]
    [InlineData("ml.r6i.large", 2, 16)]
    public void Find_TypeWithoutAccelerators_DerivesVCpusAndMemory(string type, double vCpus, double memoryGiB)
    {
        var size = InstanceCatalog.Find(type);

        (size.VCpus, size.MemoryGiB, size.Accelerators).Should().Be((vCpus, memoryGiB, 0));
    }

    [Theory]
    [InlineData("ml.g4dn.xlarge", 4, 16, 1)]
    [InlineData("ml.g4dn.12xlarge", 48, 192, 4)]
    [InlineData("ml.g4dn.16xlarge", 64, 256, 1)]
    [InlineData("ml.g5.16xlarge", 64, 256, 1)]
    [InlineData("ml.g5.24xlarge", 96, 384, 4)]
    [InlineData("ml.g5.48xlarge", 192, 768, 8)]
    [InlineData("ml.g6.12xlarge", 48, 192, 4)]
    [InlineData("ml.g6e.xlarge", 4, 32, 1)]
    [InlineData("ml.g6e.48xlarge", 192, 1536, 8)]
    [InlineData("ml.g7.2xlarge", 8, 32, 1)]
    [InlineData("ml.g7.8xlarge", 32, 128, 1)]
    [InlineData("ml.g7.12xlarge", 48, 192, 2)]
    [InlineData("ml.g7.24xlarge", 96, 384, 4)]
    [InlineData("ml.g7.48xlarge", 192, 768, 8)]
    [InlineData("ml.g7e.2xlarge", 8, 64, 1)]
    [InlineData("ml.g7e.8xlarge", 32, 256, 1)]
    [InlineData("ml.g7e.12xlarge", 48, 512, 2)]
    [InlineData("ml.g7e.48xlarge", 192, 2048, 8)]
    [InlineData("ml.p6-b300.48xlarge", 192, 4096, 8)]
    [InlineData("ml.p6e-gb200.36xlarge", 144, 960, 4)]
    [InlineData("ml.p2.8xlarge", 32, 488, 8)]
    [InlineData("ml.p2.16xlarge", 64, 732, 16)]
    [InlineData("ml.p3.2xlarge", 8, 61, 1)]
    [InlineData("ml.p3.16xlarge", 64, 488, 8)]
    [InlineData("ml.p4d.24xlarge", 96, 1152, 8)]
    [InlineData("ml.p4de.24xlarge", 96, 1152, 8)]
    [InlineData("ml.p5.48xlarge", 192, 2048, 8)]
    [InlineData("ml.inf1.6xlarge", 24, 48, 4)]
    [InlineData("ml.inf2.48xlarge", 192, 768, 12)]
    [InlineData("ml.trn1.32xlarge", 128, 512, 16)]
    public void Find_AcceleratedType_GivesItsAcceleratorsToo(string type, double vCpus, double memoryGiB, int accelerators)
    {
        var size = InstanceCatalog.Find(type);

        (size.VCpus, size.MemoryGiB, size.Accelerators).Should().Be((vCpus, memoryGiB, accelerators));
    }

    [Theory]
    [InlineData("ml.x99.2xlarge", 8, 32, 0)]
    [InlineData("ml.p9e.48xlarge", 192, 768, 1)]
    [InlineData("ml.inf3.xlarge", 4, 16, 1)]
    [InlineData("ml.c9g.medium", 1, 4, 0)]
    public void Find_SizeOfAnUnknownFamily_HasFourGiBPerVCpu(string type, double vCpus, double memoryGiB, int accelerators)
    {
        var size = InstanceCatalog.Find(type);

        size.Should().Be(new InstanceSize(vCpus, memoryGiB, accelerators, null));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("m5.large")]
    [InlineData("ml.m5")]
    [InlineData("ml.m5.metal")]
    [InlineData("ml.m5.0xlarge")]
    [InlineData("ml.m5.-2xlarge")]
    [InlineData("ml.m5.99999999999xlarge")]
    [InlineData("ml.m5.large.large")]
    public void Find_WhatIsNoSize_GivesTheDefault(string? type)
    {
        var size = InstanceCatalog.Find(type);

        size.Should().Be(new InstanceSize(4, 16, 0, null));
    }

    [Theory]
    [InlineData("ml.g4dn.xlarge", 0.7364)]
    [InlineData("ml.G5.12xlarge", 7.09)]
    [InlineData("ml.p4d.24xlarge", 37.688)]
    [InlineData("ml.r5.2xlarge", 0.605)]
    [InlineData("ml.inf2.xlarge", 0.99)]
    [InlineData("ml.g6e.xlarge", null)]
    public void Find_TypeInAnyCase_GivesThePriceWhereItIsKnown(string type, double? dollars)
    {
        var size = InstanceCatalog.Find(type);

        size.DollarsPerHour.Should().Be(dollars);
    }
}
