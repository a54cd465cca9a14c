namespace VillageLedger;

/// <summary>Fields of requests on approvers, and what must hold for their scope.</summary>
internal static class ApprovalFields
{
    /// <summary>A level's word, of the alphabet of ids.</summary>
    public static string Level(Fields fields)
    {
        var level = fields.Text("level", Ids.MaxLength);
        if (!fields.Failed && !Ids.IsValid(level)) fields.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", fields.PathOf("level")), ("value", level), ("expected", RequestId.Expected)));
        return level;
    }

    /// <summary>That the owner or the place is not known.</summary>
    public static Refusal? CheckScope(World world, ApprovalScope scope)
    {
        if (scope.Owner is { } owner) return world.Owner(owner).IsKnown ? null : Refusal.Of(RefusalCode.OwnerUnknown, ("owner", owner));
        var known = scope.Value.Length == RegisterVillage.CodeLength ? world.Village(scope.Value).IsKnown : world.Place(scope.Value).Name is not null;
        return known ? null : Refusal.Of(RefusalCode.PlaceUnknown, ("place", scope));
    }
}
