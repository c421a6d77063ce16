namespace BriefingBot.Core.Intake;

/// <summary>What 03/04/2024 means. The numbers are stored.</summary>
public enum DateOrder
{
    /// <summary>Nobody said; it is no date.</summary>
    Unknown = 0,

    /// <summary>April 3.</summary>
    DayFirst = 1,

    /// <summary>March 4.</summary>
    MonthFirst = 2,
}
