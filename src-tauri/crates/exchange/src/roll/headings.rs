//! What the columns of a pupil list are called by the systems schools export from.

use super::field::Field;

/// Names of each field's column in SIMS, Arbor, Bromcom, ScholarPack, Integris, Pupil Asset, Wonde and the Common
/// Transfer File, as letters and digits only, between spaces. The first is the surest.
const USUAL: &[(Field, &str)] = &[
    (
        Field::Upn,
        "upn uniquepupilnumber upnnumber upnno currentupn dfeupn",
    ),
    (
        Field::LegalSurname,
        "legalsurname legallastname legalfamilyname surnamelegal lastnamelegal surname lastname \
         familyname secondname sname lname sur",
    ),
    (
        Field::LegalForename,
        "legalforename legalfirstname legalgivenname legalforenames legalfirstnames \
         forenamelegal firstnamelegal forename firstname givenname forenames firstnames \
         givennames christianname fname fore",
    ),
    (
        Field::MiddleNames,
        "middlenames middlename legalmiddlenames legalmiddlename othernames othername \
         secondforename middleforenames",
    ),
    (
        Field::PreferredForename,
        "preferredforename preferredfirstname chosenforename chosenfirstname preferredgivenname \
         knownas preferredname chosenname usedforename commonname calledname nickname \
         knownasforename knownasfirstname",
    ),
    (
        Field::PreferredSurname,
        "preferredsurname preferredlastname chosensurname chosenlastname preferredfamilyname \
         usedsurname knownassurname knownaslastname",
    ),
    (
        Field::FormerSurname,
        "formersurname formerlastname previoussurname previouslastname formerfamilyname \
         birthsurname surnameatbirth formername previousname",
    ),
    (
        Field::NameSurnameFirst,
        "surnameforename surnameandforename surnamefirstname lastnamefirstname \
         familynamegivenname legalsurnamelegalforename surnameforenames surnamecommaforename \
         reversedname",
    ),
    (
        Field::NameForenameFirst,
        "fullname forenamesurname forenameandsurname firstnamelastname firstnamesurname \
         legalfullname legalname pupilname studentname childname childsname learnername name \
         pupil student child learner displayname",
    ),
    (
        Field::DateOfBirth,
        "dateofbirth dob birthdate birthday dateborn born dofb bdate",
    ),
    (
        Field::Sex,
        "sex legalsex sexatbirth gender legalgender mf malefemale boygirl",
    ),
    (
        Field::Year,
        "yeargroup ncyear ncyeargroup nationalcurriculumyear nationalcurriculumyeargroup \
         ncyearactual curriculumyear curricyear yeartaughtin currentyear currentyeargroup year \
         yrgroup yrgrp yeargrp yr nc ncy yg actualncyear yeargroupname yearcode",
    ),
    (
        Field::Class,
        "reggroup registrationgroup registrationform regform formgroup tutorgroup \
         registrationclass regclass tutorgroupname formclass classname class form reg \
         registration registrationgroupname maingroup classgroup formname regcode",
    ),
    (
        Field::Site,
        "site sitename campus schoolsite building schoolname school establishment",
    ),
    (
        Field::Admitted,
        "admissiondate dateofadmission doa dateadmitted admitted enrolmentdate \
         enrolmentstartdate dateofentry entrydate startdate datestarted joiningdate datejoined \
         joined enrolledon enrolmentstart onrolldate dateonroll schoolstartdate",
    ),
    (
        Field::LeftOn,
        "leavingdate dateofleaving dol dateleft leavedate lefton leftdate leaverdate left \
         enrolmentenddate enrolmentend enddate offrolldate dateoffroll schoolleavingdate",
    ),
    (
        Field::SenStatus,
        "senstatus sendstatus sencode senstage senprovision sencodeofpractice sen send \
         sencurrentstatus senprovisiontype sendprovision sennstatus specialeducationalneeds \
         senprovisioncode currentsenstatus",
    ),
    (
        Field::Ehcp,
        "ehcp ehcplan educationhealthandcareplan educationhealthcareplan hasehcp",
    ),
    (Field::SendSupport, "sensupport sendsupport"),
    (
        Field::LookedAfter,
        "lookedafter lookedafterchild childlookedafter lac cla incare inleacare inlacare \
         inlocalauthoritycare incarestatus incareindicator currentlyincare lacstatus \
         lookedafterstatus currentlylookedafter childrenlookedafter",
    ),
    (
        Field::PreviouslyLookedAfter,
        "previouslylookedafter plac postlac previouslylac previouslylookedafterchild \
         postlookedafter postlookedafterarrangements pcla previouslyincare adoptedfromcare",
    ),
    (
        Field::ChildProtection,
        "childprotectionplan cpplan childprotection cp cpp onchildprotectionplan \
         childprotectionplanindicator subjecttochildprotectionplan childprotectionregister",
    ),
    (
        Field::ChildInNeed,
        "childinneed cin cinplan childinneedplan childreninneed",
    ),
    (Field::SectionFortySeven, "s47 section47 section47enquiry"),
    (
        Field::EarlyHelp,
        "earlyhelp earlyhelpplan familyhelp earlyhelpassessment eha teamaroundthefamily",
    ),
    (
        Field::SocialWorker,
        "hassocialworker hasasocialworker hashadsocialworker socialworkerinvolved \
         ever6socialworker",
    ),
    (
        Field::YoungCarer,
        "youngcarer isyoungcarer youngcarerindicator youngcarers",
    ),
    (Field::Kinship, "kinshipcare kinship inkinshipcare"),
    (
        Field::SpecialGuardianship,
        "specialguardianship sgo specialguardianshiporder",
    ),
    (
        Field::PrivatelyFostered,
        "privatelyfostered privatefostering",
    ),
    (Field::Camhs, "camhs opentocamhs"),
];

/// Columns lists often carry and this record does not keep. They help to tell the headings from a report's title.
const NOT_KEPT: &str = "adno admissionnumber admno admissionno personid studentid pupilid arborstudentid misid id \
    uln house ethnicity religion firstlanguage homelanguage language eal \
    englishasadditionallanguage fsm freeschoolmeals fsmeligible eligibleforfreemeals fsmever6 \
    everfsm ever6fsm pupilpremium pp pupilpremiumindicator pupilpremiumrecipient servicechild \
    address postcode telephone email enrolmentstatus nationality countryofbirth doctor \
    medicalconditions senneed attendance age title initials parent contact priority";

/// Words that stand before a heading and add nothing to it.
const OWNERS: &[&str] = &[
    "pupils", "students", "pupil", "student", "childs", "child", "learners", "learner", "current",
];

/// The heading as letters and digits in lower case, without what stands in brackets.
pub(crate) fn bare(heading: &str) -> String {
    let mut depth = 0_u32;
    let mut bare = String::with_capacity(heading.len());
    for letter in heading.chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 && letter.is_alphanumeric() => bare.extend(letter.to_lowercase()),
            _ => {}
        }
    }
    bare
}

/// The field a heading names and how surely, higher is surer. `None` when no system is known to use it.
pub(super) fn claim(heading: &str) -> Option<(Field, usize)> {
    let whole = bare(heading);
    if whole.is_empty() {
        return None;
    }
    let known = |form: &str, sureness: usize| {
        USUAL.iter().find_map(|(field, names)| {
            let place = names.split_whitespace().position(|name| name == form)?;
            Some((*field, sureness - place))
        })
    };

    known(&whole, 1000).or_else(|| {
        OWNERS
            .iter()
            .filter_map(|owner| whole.strip_prefix(owner))
            .find_map(|form| known(form, 500))
    })
}

/// Whether a cell is a heading of a kind that pupil lists have.
pub(super) fn is_usual(cell: &str) -> bool {
    claim(cell).is_some() || NOT_KEPT.split_whitespace().any(|name| name == bare(cell))
}

/// What a bare surname or forename holds when another column says that it is the legal one.
pub(super) fn beside_the_legal_one(field: Field, winner: &str) -> Option<Field> {
    if !bare(winner).contains("legal") {
        return None;
    }
    if field == Field::LegalSurname {
        Some(Field::PreferredSurname)
    } else if field == Field::LegalForename {
        Some(Field::PreferredForename)
    } else {
        None
    }
}
