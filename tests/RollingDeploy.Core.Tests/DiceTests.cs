using RollingDeploy.Core.Kernel;

namespace RollingDeploy.Core.Tests;

public sealed class DiceTests
{
    [Fact]
    public void Next_Seed1234567_GivesTheReferenceVectors()
    {
        var dice = new Dice(1234567);

        var drawn = Enumerable.Range(0, 5).Select(_ => dice.Next());

        drawn.Should().Equal(
            6457827717110365317,
            3203168211198807973,
            9817491932198370423,
            4593380528125082431,
            16408922859458223821);
    }

    [Fact]
    public void UpTo_Zero_DrawsNothing()
    {
        var (dice, untouched) = (new Dice(1), new Dice(1));

        var wait = dice.UpTo(TimeSpan.Zero);

        wait.Should().Be(TimeSpan.Zero);
        dice.Next().Should().Be(untouched.Next());
    }

    [Fact]
    public void UpTo_ThreeMilliseconds_ReachesBothEndsAndNothingBeyond()
    {
        var dice = new Dice(1);

        var drawn = Enumerable.Range(0, 200).Select(_ => dice.UpTo(TimeSpan.FromMilliseconds(3)).TotalMilliseconds).Distinct();

        drawn.Should().BeEquivalentTo([0.0, 1.0, 2.0, 3.0]);
    }

    [Fact]
    public void For_OtherUsesOrSeeds_AreOtherDice()
    {
        ulong[] first = [Dice.For(1, "routes").Next(), Dice.For(1, "errors").Next(), Dice.For(2, "routes").Next(), new Dice(1).Next()];

        first.Should().OnlyHaveUniqueItems();
        Dice.For(1, "routes").Next().Should().Be(first[0]);
    }
}
