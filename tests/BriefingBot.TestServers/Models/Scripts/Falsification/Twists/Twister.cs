namespace BriefingBot.TestServers.Models.Scripts.Falsification.Twists;

/// <summary>Makes a true sentence of a passage false in a given way.</summary>
public static class Twister
{
    /// <summary>Null when the sentence has nothing that could be turned so. The same dice give the same.</summary>
    /// <param name="claim">A sentence of the passage, word for word.</param>
    /// <param name="passage">The sentences of the passage in order.</param>
    /// <param name="kind">How.</param>
    /// <param name="dice">What is chosen when there is a choice.</param>
    public static string? Apply(string claim, IReadOnlyList<string> passage, Twist kind, Random dice)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(passage);
        ArgumentNullException.ThrowIfNull(dice);
        string? twisted = kind switch
        {
            Twist.OtherSpeaker => SpeechTwists.OtherSpeaker(claim, passage, dice),
            Twist.OtherForce => SpeechTwists.OtherForce(claim, dice),
            Twist.AttributionDropped => SpeechTwists.DropAttribution(claim),
            Twist.NegationAdded => ScopeTwists.AddNegation(claim),
            Twist.NegationDropped => ScopeTwists.DropNegation(claim),
            Twist.RefusalDropped => ScopeTwists.DropRefusal(claim),
            Twist.PossibilityDropped => ScopeTwists.DropPossibility(claim),
            Twist.PlanAsFact => ScopeTwists.PlanAsFact(claim),
            Twist.ExpectationAsFact => ScopeTwists.ExpectationAsFact(claim),
            Twist.ConditionDropped => ScopeTwists.DropCondition(claim),
            Twist.QuestionAsFact => ScopeTwists.QuestionAsFact(claim),
            Twist.BoundChanged => AmountTwists.ChangeBound(claim, dice),
            Twist.QuantifierChanged => AmountTwists.ChangeQuantifier(claim),
            Twist.RolesExchanged => RoleTwists.Exchange(claim),
            Twist.Spliced => RoleTwists.Splice(claim, passage, dice),
            Twist.TitleOfOther => RoleTwists.OtherTitle(claim, passage),
            Twist.SubjectOfOther => RoleTwists.OtherSubject(claim, passage),
            Twist.AdjectiveAdded => RiderTwists.AddAdjective(claim, passage, dice),
            Twist.AdverbAdded => RiderTwists.AddAdverb(claim, passage, dice),
            Twist.CauseAdded => RiderTwists.AddCause(claim, dice),
            Twist.ComparisonAdded => RiderTwists.AddComparison(claim, dice),
            _ => RiderTwists.AddAddress(claim, dice),
        };
        return twisted == claim ? null : twisted;
    }
}
